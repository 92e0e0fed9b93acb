// SPDX-License-Identifier: Apache-2.0
// What the pages can do with JavaScript; without it they read and take forms all the same.
"use strict";

// Add an entry from selected words: count the Unicode scalars before both ends.
(() => {
  const article = document.getElementById("article");
  const link = document.getElementById("take");
  if (!article || !link) return;
  const count = (text) => [...text].length;
  const place = (node, offset) => {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node.childNodes[offset] || node;
    const segment = element && element.closest && element.closest("[data-start]");
    if (!segment || !article.contains(segment)) return null;
    const inside = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, offset) : "";
    return Number(segment.dataset.start) + count(inside);
  };
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    link.hidden = true;
    if (!selection || selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    const start = place(range.startContainer, range.startOffset);
    const end = place(range.endContainer, range.endOffset);
    if (start === null || end === null || start >= end) return;
    link.href = `${article.dataset.enter}?at=${start}-${end}`;
    link.hidden = false;
  });
})();

// How far one has read, where the style sheet cannot tell.
(() => {
  const bar = document.querySelector(".progress span");
  if (!bar || CSS.supports("animation-timeline: scroll()")) return;
  const show = () => {
    const root = document.documentElement;
    const length = root.scrollHeight - root.clientHeight;
    bar.style.transform = `scaleX(${length > 0 ? root.scrollTop / length : 1})`;
  };
  addEventListener("scroll", show, { passive: true });
  show();
})();

// Text size, width and theme without loading the page again.
document.addEventListener("click", (event) => {
  const button = event.target.closest("form[action='/preferences'] button");
  if (!button) return;
  event.preventDefault();
  document.cookie = `${button.name}=${button.value}; path=/; max-age=31536000; samesite=lax`;
  const usual = button.value === "auto" || button.value === "normal";
  if (usual) delete document.documentElement.dataset[button.name];
  else document.documentElement.dataset[button.name] = button.value;
  for (const other of document.querySelectorAll(`form[action='/preferences'] button[name='${button.name}']`)) {
    other.setAttribute("aria-pressed", String(other.value === button.value));
  }
});

// Copy a quote with its citation.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = button.dataset.done;
    });
  }
}

// Review by keyboard: j and k go on and back, a accepts, r rejects, u takes the last decision back.
(() => {
  const items = [...document.querySelectorAll(".queue .item")];
  const queue = document.querySelector(".queue");
  if (!queue) return;
  // After a decision one stands where one stood, at the next item.
  const place = sessionStorage.getItem("queue");
  sessionStorage.removeItem("queue");
  if (place !== null) items[Math.min(Number(place), items.length - 1)]?.focus();
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const index = items.findIndex((item) => item.contains(document.activeElement));
    const press = (scope, key) => {
      const button = scope && scope.querySelector(`[data-key='${key}']`);
      if (!button) return;
      if (index >= 0) sessionStorage.setItem("queue", index);
      button.click();
    };
    if (event.key === "j") (items[index + 1] || items[index] || items[0])?.focus();
    else if (event.key === "k") (items[Math.max(index - 1, 0)] || items[0])?.focus();
    else if (event.key === "a" || event.key === "r") press(items[index], event.key);
    else if (event.key === "u") press(queue, "u");
    else return;
    event.preventDefault();
  });
})();

// A correction begins with what stands there.
(() => {
  const field = document.getElementById("c-field");
  const value = document.getElementById("c-value");
  if (!field || !value) return;
  const show = () => {
    const shown = field.selectedOptions[0]?.dataset.shown ?? "";
    // What is longer than the field takes could not be sent.
    value.value = value.maxLength < 0 || shown.length <= value.maxLength ? shown : "";
  };
  field.addEventListener("change", show);
  show();
})();

// Long imports, told live.
(() => {
  const job = document.getElementById("job");
  if (!job || !job.dataset.events) return;
  const list = job.querySelector("ul");
  const events = new EventSource(job.dataset.events);
  events.addEventListener("page", (event) => {
    const page = JSON.parse(event.data);
    const row = document.createElement("li");
    const state = document.createElement("span");
    state.className = "state";
    state.textContent = page.state;
    const name = document.createElement(page.address ? "a" : "span");
    if (page.address) name.href = page.address;
    name.textContent = page.name;
    if (page.failed) row.className = "failed";
    row.append(state, " ", name);
    if (page.message) {
      const message = document.createElement("span");
      message.className = "quiet";
      message.textContent = page.message;
      row.append(" ", message);
    }
    list.append(row);
  });
  events.addEventListener("progress", (event) => {
    const [finished, total] = event.data.split("/");
    const bar = job.querySelector("progress");
    bar.max = Number(total);
    bar.value = Number(finished);
    job.querySelector(".done").textContent = event.data;
  });
  events.addEventListener("done", () => events.close());
})();
