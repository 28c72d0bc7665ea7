"use strict";
const sheet = JSON.parse(document.getElementById("sheet").dataset.sheet);
const items = [...document.querySelectorAll(".item")];
const by = document.getElementById("by");
const key = "review " + sheet.id;
const picked = (box) => (box.querySelector("input[type=radio]:checked") || {value: null}).value;
const ids = (box) => [...box.querySelectorAll("[data-claim]")].map((c) => c.dataset.claim);
const note = (box) => box.querySelector(".note").value.trim() || null;

function judged(box) {
  const verdict = picked(box.querySelector(".verdict"));
  if (box.dataset.flag) {
    return {drift_id: box.dataset.flag, relation: box.dataset.relation, severity: Number(box.dataset.severity), verdict,
            reason: box.querySelector(".reason").value || null, note: note(box)};
  }
  const own = box.querySelector(".own");
  const odd = [...own.querySelectorAll("[data-claim]")].filter((c) => c.querySelector(".is-odd").checked).map((c) => c.dataset.claim);
  const near = [...box.querySelectorAll(".near")].map((n) => ({fact_id: n.dataset.near, verdict: picked(n), claims: ids(n)}));
  return {fact_id: box.dataset.fact, verdict, claims: ids(own), odd, near, note: note(box)};
}

function all() {
  return {...sheet, judged_by: by.value.trim() || null, exported_at: new Date().toISOString(), items: items.map(judged)};
}

function show() {
  let done = 0;
  for (const box of items) {
    const is = judged(box).verdict !== null;
    box.classList.toggle("done", is);
    done += is;
    for (const c of box.querySelectorAll(".own [data-claim]")) c.classList.toggle("out", c.querySelector(".is-odd").checked);
  }
  document.getElementById("progress").textContent = `${done} of ${items.length} judged`;
}

function keep() {
  show();
  try { localStorage.setItem(key, JSON.stringify(all())); } catch (e) { /* a browser that stores nothing for files: export in one sitting */ }
}

function choose(box, value) {
  for (const radio of box.querySelectorAll("input[type=radio]")) radio.checked = radio.value === value;
}

function restore() {
  let kept = null;
  try { kept = JSON.parse(localStorage.getItem(key)); } catch (e) { return; }
  if (!kept) return;
  by.value = kept.judged_by || "";
  kept.items.forEach((was, at) => {
    const box = items[at];
    choose(box.querySelector(".verdict"), was.verdict);
    box.querySelector(".note").value = was.note || "";
    if (box.dataset.flag) { box.querySelector(".reason").value = was.reason || ""; return; }
    for (const c of box.querySelectorAll(".own [data-claim]")) c.querySelector(".is-odd").checked = was.odd.includes(c.dataset.claim);
    box.querySelectorAll(".near").forEach((n, k) => choose(n, was.near[k].verdict));
  });
}

document.addEventListener("change", (event) => {
  const box = event.target.closest(".item");
  if (box && box.dataset.fact) {
    // a claim that does not belong makes the fact impure, and a pure fact has none
    if (event.target.classList.contains("is-odd") && event.target.checked) choose(box.querySelector(".verdict"), "impure");
    if (event.target.value === "pure") for (const odd of box.querySelectorAll(".is-odd")) odd.checked = false;
  }
  if (box && event.target.classList.contains("reason") && event.target.value) choose(box.querySelector(".verdict"), "unwanted");
  keep();
});
document.addEventListener("input", keep);
document.getElementById("export").addEventListener("click", () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(all(), null, 1)], {type: "application/json"}));
  link.download = `review-${sheet.kind}-${sheet.ledger}-${sheet.seed}.json`;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
});
restore();
show();
