// Elements made by hand: text is always text, nothing is ever parsed as HTML.

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(element, name, value);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function set(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "class") element.className = value;
  else if (name === "data") Object.assign(element.dataset, value);
  else element.setAttribute(name, value === true ? "" : value);
}

const SVG = "http://www.w3.org/2000/svg";

// A line drawing of 24 by 24 from the paths below.
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

const ICONS = {
  plus: "M12 5v14M5 12h14",
  send: "M4 12 20 4l-5 16-3.5-6.5zM11.5 13.5 20 4",
  mic: "M12 3a3 3 0 0 0-3 3v6a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3",
  photo: "M3 7h4l2-2.5h6L17 7h4v12H3zM12 9.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z",
  pin: "M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11zM12 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
  menu: "M5 7h14M5 12h14M5 17h9",
  dots: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  forward: "M13 5l7 7-7 7M20 12H9a5 5 0 0 0-5 5v1",
  close: "M6 6l12 12M18 6 6 18",
  play: "M8 5.5v13l10.5-6.5z",
  pause: "M8.5 6v12M15.5 6v12",
  paper: "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
  lock: "M7 11V8a5 5 0 0 1 10 0v3M5.5 11h13v9h-13z",
  quiet: "M18 16H6l1.5-2V10a4.5 4.5 0 0 1 7-3.7M16.5 10v4L18 16M10.5 19h3M4 4l16 16",
  down: "M12 5v14M6 13l6 6 6-6",
  flag: "M9 4h6l-1 6 3 3H7l3-3zM12 13v7",
  worker: "M4 20v-2.5a5 5 0 0 1 5-5h6a5 5 0 0 1 5 5V20M12 3.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8z",
  resident: "M4 11.5 12 4.5l8 7M6 10v9.5h12V10M10 19.5v-5h4v5",
  room: "M4 9.5h7l8-4v12l-8-4H4zM6.5 13.5l1.5 5.5h3l-1.5-5.5M21.5 9.5v4",
  supervisor: "M4 20h16M6 20v-6M10 20V9M14 20v-8M18 20V5",
  department: "M4 20V9l8-5 8 5v11M4 20h16M9 20v-6h6v6",
};
