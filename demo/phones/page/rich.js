// Formatted text: entities of an allow-list become elements, everything else stays plain text.
// Offsets are UTF-16 units, as JavaScript counts too.

import { h } from "./dom.js";
import { dress } from "./emoji.js";
import { say } from "./words.js";

const PLAIN = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre" };

export function rich(text, entities = []) {
  const fragment = document.createDocumentFragment();
  fragment.append(...pieces(text, 0, text.length, usable(entities, text.length)));
  dress(fragment);
  return fragment;
}

function usable(entities, length) {
  return entities.filter((entity) => MAKERS[entity.type] && entity.offset >= 0 && entity.offset + entity.length <= length);
}

function pieces(text, from, to, entities) {
  const made = [];
  let at = from;
  for (let n = 0; n < entities.length; n += 1) {
    const entity = entities[n];
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset < at || end <= entity.offset) continue;
    if (entity.offset > at) made.push(text.slice(at, entity.offset));
    const inner = entities.slice(n + 1).filter((other) => other.offset < end);
    made.push(MAKERS[entity.type](pieces(text, entity.offset, end, inner), entity, text.slice(entity.offset, end)));
    at = end;
  }
  if (at < to) made.push(text.slice(at, to));
  return made;
}

const MAKERS = {
  text_link: (inside, entity) => link(entity.url, inside),
  url: (inside, entity, text) => link(text, inside),
  bot_command: (inside, entity, text) => h("button", { type: "button", class: "command", data: { command: text } }, inside),
  mention: (inside) => h("span", { class: "mention" }, inside),
  blockquote: (inside) => h("blockquote", {}, inside),
  expandable_blockquote: (inside) => h("blockquote", {}, inside),
  spoiler: spoiler,
};
for (const [type, tag] of Object.entries(PLAIN)) MAKERS[type] = (inside) => h(tag, {}, inside);

function link(address, inside) {
  if (!/^https?:\/\//i.test(address)) return h("span", {}, inside);
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, inside);
}

function spoiler(inside) {
  const hidden = h("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": say("spoiler") }, h("span", { "aria-hidden": "true" }, inside));
  const show = () => hidden.replaceWith(h("span", { class: "shown" }, inside));
  hidden.addEventListener("click", show);
  hidden.addEventListener("keydown", (event) => ["Enter", " "].includes(event.key) && (event.preventDefault(), show()));
  return hidden;
}
