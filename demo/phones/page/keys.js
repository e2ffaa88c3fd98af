// Keyboards: under a message (inline) and under the text field (quick answers).

import { h, icon } from "./dom.js";
import { dress } from "./emoji.js";
import { say } from "./words.js";

const PATIENCE = 15000;

// The inline keyboard of *message*; *press(data)* is called with a button's data.
export function inline(message, press, notice) {
  const rows = message.reply_markup?.inline_keyboard || [];
  if (!rows.some((row) => row.length)) return null;
  const made = rows.map((row) => h("div", { class: "row" }, row.map((button) => inlineButton(button, press, notice))));
  return dress(h("div", { class: "keys" }, made));
}

function inlineButton(button, press, notice) {
  if (button.url) {
    return h("a", { class: "key", href: /^https?:/.test(button.url) ? button.url : "#", target: "_blank", rel: "noopener noreferrer" }, button.text);
  }
  const made = h("button", { type: "button", class: `key ${style(button)}` }, button.text);
  made.dataset.key = button.text;
  made.addEventListener("click", () => {
    if (button.copy_text) return copy(button.copy_text.text, notice);
    if (button.callback_data === undefined || made.getAttribute("aria-busy")) return undefined;
    made.dataset.data = button.callback_data;
    made.setAttribute("aria-busy", "true");
    setTimeout(() => made.isConnected && made.getAttribute("aria-busy") && (calm(made), notice(say("noEcho"))), PATIENCE);
    return press(button.callback_data);
  });
  return made;
}

async function copy(text, notice) {
  await navigator.clipboard.writeText(text);
  notice(say("copied"));
}

function calm(button) {
  button.removeAttribute("aria-busy");
}

// The bot has answered the press of *data* under this message.
export function answered(holder, data) {
  for (const button of holder.querySelectorAll(".key[aria-busy]")) if (button.dataset.data === data) calm(button);
}

const style = (button) => (["primary", "success", "danger"].includes(button.style) ? button.style : "");

// Quick answers; *acts* says what a label, a place and a contact do.
export function quick(markup, acts) {
  const rows = markup?.keyboard || [];
  if (!rows.length) return null;
  const made = rows.map((row) => h("div", { class: "row" }, row.map((button) => quickButton(button, acts))));
  return dress(h("div", { class: "quick", role: "group", "aria-label": say("keyboard") }, made));
}

function quickButton(given, acts) {
  const button = typeof given === "string" ? { text: given } : given;
  const act = button.request_location ? acts.place : button.request_contact ? acts.contact : acts.text;
  const mark = button.request_location ? icon("pin") : null;
  const label = mark ? button.text.replace(/^📍\s*/u, "") : button.text;
  const made = h("button", { type: "button", class: `key ${style(button)}`, onclick: () => act(button.text) }, mark, label);
  made.dataset.key = button.text;
  return made;
}
