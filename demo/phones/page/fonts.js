// The machine's own Chinese font first; only a browser without one fetches ours.

import { redress } from "./emoji.js";

export async function ensureChinese() {
  if (!missing("平", "扶")) return;
  const root = document.documentElement;
  const face = new FontFace("JPF CJK", "url(/phones/font)");
  try {
    await face.load();
  } catch {
    return; // boxes stay boxes; the page still works
  }
  document.fonts.add(face);
  root.classList.add("webfont"); // first in the list now: laid-out text is set anew
}

// Two different characters that look the same are both the box for "no such glyph".
function missing(one, other) {
  return pixels(one) === pixels(other);
}

function pixels(character) {
  return draw(character).join();
}

// Whether the machine draws emoji in colour; if not, our own drawings take their place.
export function ensureEmoji() {
  const data = draw("👀");
  for (let n = 0; n < data.length; n += 4) {
    if (data[n + 3] && Math.abs(data[n] - data[n + 1]) + Math.abs(data[n + 1] - data[n + 2]) > 40) return;
  }
  redress();
}

function draw(character) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 24;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.font = "20px system-ui, sans-serif";
  pen.textBaseline = "top";
  pen.fillText(character, 0, 0);
  return pen.getImageData(0, 0, 24, 24).data;
}
