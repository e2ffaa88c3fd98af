// Emoji for machines without a colour emoji font: our own small drawings of the ones in use here.
// Elsewhere nothing is replaced. The character stays as the picture's text, so copying works.

import { h } from "./dom.js";

const INK = "#3a352e", RED = "#c8452f", GREEN = "#2f8a57", GOLD = "#e6ab2e", SKIN = "#f2c38b", BLUE = "#3f78a8", PAPER = "#fffaf0";

const circle = (x, y, r, fill, more = "") => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${more}/>`;
const shape = (d, fill, more = "") => `<path d="${d}" fill="${fill}" ${more}/>`;
const line = (d, colour = INK, width = 3) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const box = (x, y, w, height, r, fill, more = "") => `<rect x="${x}" y="${y}" width="${w}" height="${height}" rx="${r}" fill="${fill}" ${more}/>`;
const person = (x, y, scale, colour) =>
  `<g transform="translate(${x} ${y}) scale(${scale})">${circle(0, -8, 6, SKIN)}${shape("M-10 12c0-9 4-13 10-13s10 4 10 13z", colour)}</g>`;
const face = (mouth, more = "") => circle(18, 18, 15, "#f6cf57") + circle(13, 15, 2, INK) + circle(23, 15, 2, INK) + line(mouth, INK, 2.4) + more;
const hand = shape("M8 18h5v14H8z", BLUE) + shape("M14 18l5-12c3 0 4 2 3.5 5l-.8 4H29c2.5 0 3.2 2 2.6 4l-2.6 10c-.5 2-1.5 3-3.5 3H14z", SKIN);

const DRAWN = {
  "✅": box(3, 3, 30, 30, 7, GREEN) + line("M10 18.5l5.5 6L26.5 12", "#fff", 4),
  "⬜": box(4, 4, 28, 28, 6, PAPER, `stroke="#9a9182" stroke-width="2.5"`),
  "⏰": circle(18, 20, 13, RED) + circle(18, 20, 9.5, PAPER) + line("M18 14v6l4 2.5") + line("M5 9l6-5M31 9l-6-5", RED, 3.5),
  "🔔": shape("M18 4c-7 0-10 5-10 12 0 6-2 8-4 10h28c-2-2-4-4-4-10 0-7-3-12-10-12z", GOLD) + circle(18, 29, 3.5, "#a9741a"),
  "📣": shape("M5 15v8h6l17 8V7L11 15z", RED) + shape("M11 23l2 9h5l-2-7z", "#8f2f20") + line("M31 14c2 3 2 7 0 10", RED, 2.6),
  "👤": circle(18, 12, 7, BLUE) + shape("M4 32c0-9 6-13 14-13s14 4 14 13z", BLUE),
  "👪": person(11, 15, 1, BLUE) + person(26, 15, 1, "#a8578a") + person(18.5, 24, 0.75, GREEN),
  "📌": shape("M13 3h10l-1.5 10 5.5 6H9l5.5-6z", RED) + line("M18 19v13", INK, 2.6),
  "📍": shape("M18 34S6 23 6 14.5a12 12 0 0 1 24 0C30 23 18 34 18 34z", RED) + circle(18, 14.5, 4.6, PAPER),
  "👀": `<ellipse cx="10.5" cy="18" rx="8" ry="11" fill="${PAPER}" stroke="${INK}" stroke-width="2"/><ellipse cx="26" cy="18" rx="8" ry="11" fill="${PAPER}" stroke="${INK}" stroke-width="2"/>` + circle(12.5, 20, 4, INK) + circle(28, 20, 4, INK),
  "👍": hand,
  "👏": hand + line("M24 3v4M30 5l-2 3M33 11l-4 1", GOLD, 2.4),
  "🙏": shape("M17 4c-3 6-8 12-8 19l3 9h5zM19 4c3 6 8 12 8 19l-3 9h-5z", SKIN) + line("M18 6v24", "#c98f55", 1.6),
  "❤": shape("M18 32C4 22 3 15 5 10c3-6 10-5 13 1 3-6 10-7 13-1 2 5 1 12-13 22z", RED),
  "⚠": shape("M18 3l16 29H2z", GOLD) + line("M18 13v9", INK, 3.4) + circle(18, 27, 2.1, INK),
  "🟢": circle(18, 18, 14, GREEN),
  "🟡": circle(18, 18, 14, GOLD),
  "🔴": circle(18, 18, 14, RED),
  "💰": shape("M13 5h10l-3 6h-4zM18 10c-9 2-13 10-13 16 0 5 4 7 13 7s13-2 13-7c0-6-4-14-13-16z", GOLD) + line("M14 17l4 5 4-5M18 22v7M14 24h8", "#7a5312", 2.2),
  "🏥": box(4, 8, 28, 25, 2, PAPER, `stroke="${INK}" stroke-width="2"`) + line("M18 12v10M13 17h10", RED, 4) + box(15, 26, 6, 7, 0, BLUE),
  "🏠": shape("M3 18L18 5l15 13v2h-3v13H6V20H3z", "#d98e5f") + box(15, 22, 7, 11, 0, "#7d4a2c"),
  "🔎": circle(21, 15, 10, "#cfe4ee", `stroke="${INK}" stroke-width="3"`) + line("M14 23L5 32", INK, 4.4),
  "📞": shape("M8 4l6 1 2 8-4 3c2 4 5 7 9 9l3-4 8 2 0 6c-14 7-34-13-24-25z", BLUE),
  "📷": box(3, 10, 30, 21, 4, INK) + box(12, 6, 12, 6, 2, INK) + circle(18, 20.5, 7, "#9dc0d4") + circle(18, 20.5, 3.2, INK),
  "📋": box(7, 5, 22, 28, 3, "#b98653") + box(10, 9, 16, 21, 1, PAPER) + line("M13 15h10M13 20h10M13 25h6", INK, 1.8),
  "📄": box(8, 3, 20, 30, 2, PAPER, `stroke="${INK}" stroke-width="2"`) + line("M12 11h12M12 17h12M12 23h8", INK, 1.8),
  "📊": box(4, 4, 28, 28, 3, PAPER, `stroke="${INK}" stroke-width="2"`) + line("M11 26v-7", GREEN, 4) + line("M18 26V12", BLUE, 4) + line("M25 26v-4", RED, 4),
  "🎓": shape("M18 6L2 14l16 8 16-8z", INK) + shape("M9 19v7c5 4 13 4 18 0v-7l-9 4.5z", "#5a5348") + line("M31 15v9", GOLD, 2.2),
  "💡": shape("M18 3a11 11 0 0 0-6 20c1 1 1.5 2 1.5 4h9c0-2 .5-3 1.5-4a11 11 0 0 0-6-20z", "#f3cb55") + box(13.5, 28, 9, 5, 2, INK),
  "🎉": shape("M4 33l9-22 12 12z", GOLD) + line("M20 4c3 3 1 6-1 8M32 15c-4-1-6 0-8 3M27 6l2-2M31 9l2-1", RED, 2.6),
  "🌙": shape("M24 4a15 15 0 1 0 9 20A13 13 0 0 1 24 4z", GOLD),
  "☀": circle(18, 18, 8, GOLD) + line("M18 3v4M18 29v4M3 18h4M29 18h4M7.5 7.5l2.8 2.8M25.7 25.7l2.8 2.8M28.5 7.5l-2.8 2.8M10.3 25.7l-2.8 2.8", GOLD, 2.8),
  "😊": face("M11 21c3 5 11 5 14 0"),
  "🙂": face("M12 22c3 3 9 3 12 0"),
  "🤔": face("M13 24c4-2 7-2 10 0", line("M10 10l6-1", INK, 2)),
  "👣": shape("M9 20c-4 0-6-4-5-9s4-7 7-6 4 5 3 9-2 6-5 6zM6 23l7-1c0 4-1 6-3.5 6S6 26 6 23z", INK) + shape("M27 16c4 0 6-4 5-8s-4-6-7-5-4 5-3 8 2 5 5 5zM23 18l7 1c0 4-1.5 6-4 6s-3-3-3-7z", INK),
  "🎁": box(4, 15, 28, 18, 2, RED) + box(3, 10, 30, 7, 2, "#e0664f") + box(15, 10, 6, 23, 0, GOLD) + line("M18 10c-8-1-9-8-4-7 3 .5 4 4 4 7 0-3 1-6.5 4-7 5-1 4 6-4 7", GOLD, 2.6),
  "🎂": box(5, 18, 26, 14, 3, "#e9b7a0") + shape("M5 22c4 4 5 0 8.5 0s5 4 8.5 0 5 0 9 0v-3a3 3 0 0 0-3-3H8a3 3 0 0 0-3 3z", PAPER) + line("M18 15V9", BLUE, 3) + shape("M18 2c3 3 2 6 0 6s-3-3 0-6z", GOLD),
  "❓": line("M11 11c1-9 15-8 14 1-.5 5-7 5-7 11", RED, 4.6) + circle(18, 30, 2.8, RED),
  "🏁": line("M7 4v29", INK, 3) + box(8.5, 5, 22, 15, 0, PAPER, `stroke="${INK}" stroke-width="2"`) + shape("M9 6h7v7H9zM23 6h7v7h-7zM16 13h7v7h-7z", INK),
  "💼": box(3, 11, 30, 21, 3, "#8a5a33") + line("M13 11V6h10v5", "#5d3b20", 3) + box(15, 18, 6, 6, 1, GOLD),
  "🔒": box(6, 15, 24, 18, 3, GOLD) + line("M11 15v-4a7 7 0 0 1 14 0v4", INK, 3.4) + circle(18, 23, 2.8, INK),
  "🛏": line("M4 8v22M32 30v-8M4 25h28", INK, 3.2) + box(5.5, 16, 25, 8, 2, BLUE) + box(6.5, 12, 9, 6, 2, PAPER, `stroke="${INK}" stroke-width="1.5"`),
  "🦽": circle(15, 23, 9, "none", `stroke="${INK}" stroke-width="3"`) + line("M9 5h5l1 12h11l4 12h3", BLUE, 3.4) + circle(29, 31, 2.6, INK),
  "↩": box(3, 3, 30, 30, 7, BLUE) + line("M13 11l-5 5.5 5 5.5M9 16.5h12c8 0 8 10 0 10", "#fff", 3.4),
  "🚗": shape("M4 22l3-9c1-3 2-4 5-4h12c3 0 4 1 5 4l3 9v7H4z", BLUE) + shape("M9 14c.5-2 1-2 3-2h12c2 0 2.5 0 3 2l1 5H8z", "#cfe4ee") + circle(11, 28, 4, INK) + circle(25, 28, 4, INK),
  "↪": box(3, 3, 30, 30, 7, BLUE) + line("M23 11l5 5.5-5 5.5M27 16.5H15c-8 0-8 10 0 10", "#fff", 3.4),
  "✖": line("M8 8l20 20M28 8L8 28", RED, 5),
  "🆘": box(3, 3, 30, 30, 7, RED) + line("M18 9v12", "#fff", 4.4) + circle(18, 27, 2.6, "#fff"),
};

const KNOWN = new RegExp(`(${Object.keys(DRAWN).join("|")})\ufe0f?`, "gu");
let drawing = false;

// Put drawings into the text below *root*, if this machine needs them.
export function dress(root) {
  if (!drawing) return root;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) if (text.data.search(KNOWN) >= 0) text.replaceWith(...drawn(text.data));
  return root;
}

// From now on with drawings, and at once for all that stands on the page.
export function redress() {
  drawing = true;
  dress(document.body);
}

function drawn(text) {
  return text.split(KNOWN).map((part) => (DRAWN[part] ? picture(part) : part));
}

function picture(character) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36">${DRAWN[character]}</svg>`;
  return h("img", { class: "emoji", alt: character, src: `data:image/svg+xml,${encodeURIComponent(svg)}`, draggable: "false" });
}
