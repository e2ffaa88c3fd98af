// The red queue asks again every few seconds; everything else works without this file.

const queue = document.querySelector("[data-again]");

async function again() {
  if (document.hidden) return;
  const answer = await fetch(queue.dataset.again, { headers: { "X-Queue": "1" } }).catch(() => null);
  if (answer?.status === 401) location.reload();
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").body;
  const before = count(queue);
  if (!queue.contains(document.activeElement) || before !== count(fresh)) queue.replaceChildren(...fresh.childNodes);
  if (before !== count(queue)) tell(count(queue));
}

const count = (where) => where.querySelector("[data-count]").dataset.count;

function tell(number) {
  const heard = document.getElementById("heard");
  heard.textContent = heard.dataset.words.replace("#", number);
  document.title = document.title.replace(/^\(\d+\) /, "").replace(/^/, number > 0 ? `(${number}) ` : "");
}

if (queue) setInterval(again, queue.dataset.every * 1000);

// A menu closes when the attention goes elsewhere.
for (const menu of document.querySelectorAll("details.me")) {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => menu.contains(event.target) || (menu.open = false));
}
