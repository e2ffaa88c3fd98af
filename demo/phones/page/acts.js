// The little menu beside a message: a thumb up, and passing it on to one's other rooms.

import { h, icon } from "./dom.js";
import { dress } from "./emoji.js";
import { say } from "./words.js";

export function acts(phone, message) {
  if (phone.room && message.from.id === phone.me()) return null;
  const choice = (content, act) => h("button", { type: "button", class: "choice", onclick: () => (show(false), act()) }, content);
  const choices = [
    choice(dress(h("span", {}, "👍")), () => phone.do({ do: "react", message_id: message.message_id, emoji: "👍" })),
    ...targets(phone, message).map((chat) => choice([icon("forward"), say("forwardTo", { name: chat.name })], () => forward(phone, message, chat))),
  ];
  const box = h("div", { class: "choices", hidden: true }, choices);
  const open = h("button", { type: "button", class: "round dots", "aria-expanded": "false", "aria-label": say("more"), onclick: () => show(box.hidden) }, icon("dots"));
  const show = (on) => {
    box.hidden = !on;
    open.setAttribute("aria-expanded", String(on));
  };
  const element = h("div", { class: "acts" }, open, box);
  element.addEventListener("keydown", (event) => event.key === "Escape" && (show(false), open.focus()));
  element.addEventListener("focusout", (event) => !element.contains(event.relatedTarget) && show(false));
  return element;
}

function targets(phone, message) {
  if (message.has_protected_content) return [];
  return (phone.person().chats || []).filter((chat) => chat.id !== phone.id);
}

function forward(phone, message, chat) {
  phone.do({ do: "forward", message_id: message.message_id, to: chat.id });
  phone.notice(say("forwardTo", { name: chat.name }));
}
