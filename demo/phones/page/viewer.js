// Windows over the page: a picture in full, an alert of the bot.

import { h, icon } from "./dom.js";
import { dress } from "./emoji.js";
import { say } from "./words.js";

export function enlarge(address, caption, protectedOne) {
  const picture = h("img", { src: address, alt: caption.split("\n", 1)[0] || say("picture"), draggable: "false" });
  if (protectedOne) picture.addEventListener("contextmenu", (event) => event.preventDefault());
  const dialog = h("dialog", { class: "viewer", "aria-label": say("picture") }, h("div", { class: "stage", tabindex: "0" }, picture));
  const close = h("button", { type: "button", class: "round close", "aria-label": say("close"), onclick: () => dialog.close() }, icon("close"));
  dialog.append(close);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  open(dialog, close);
}

export function alertOf(text) {
  const ok = h("button", { type: "button", class: "key primary", onclick: () => dialog.close() }, say("ok"));
  const words = dress(h("p", {}, text));
  const dialog = h("dialog", { class: "alert", "aria-label": text }, words, ok);
  open(dialog, ok);
}

function open(dialog, focus) {
  const before = document.activeElement;
  dialog.addEventListener("close", () => {
    dialog.remove();
    before?.focus?.();
  });
  document.body.append(dialog);
  dialog.showModal();
  focus.focus();
}
