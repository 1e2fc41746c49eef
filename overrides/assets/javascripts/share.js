/* Taking a page along: its address, a sheet of paper, the way out of an app's own browser. */
(function () {
  "use strict";

  const part = document.querySelector(".nb-share");
  if (!part) {
    return;
  }

  /* Nobody else can open an address on this reader's disk. */
  function address() {
    const published = document.querySelector("link[rel=canonical]");
    return location.protocol === "file:" && published ? published.href : location.href;
  }

  /* An intranet is mostly served without encryption, where the newer way is closed. */
  function copy(text) {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text);
    }
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "nb-unseen";
    part.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("copy"));
  }

  const told = part.querySelector("[role=status]");
  part.querySelector("[data-do=copy]").addEventListener("click", (event) => {
    const text = address();
    copy(text).then(
      () => {
        told.textContent = "已复制";
      },
      () => {
        told.textContent = "请自己选中复制：" + text;
      }
    ).then(() => event.target.focus());
  });
  part.querySelector("[data-do=print]").addEventListener("click", () => window.print());
  part.querySelector(".nb-in-app").hidden = !/MicroMessenger|wxwork|DingTalk|Lark/i.test(navigator.userAgent);
  part.hidden = false;
})();
