/* Whether what somebody holds is what a disclosure says today: the code that a QR code on paper brings along, and a file that was
   downloaded. The digest is worked out here, for browsers have none of their own on a site without https. */
(function () {
  "use strict";

  const proofs = document.querySelector(".nb-proofs");
  const told = /^c=([0-9a-f]{12,64})$/.exec(location.hash.slice(1));
  if (!proofs) {
    return;
  }

  function say(text, isSame, place) {
    const line = document.createElement("p");
    line.className = "nb-compared nb-compared--" + (isSame ? "same" : "other");
    line.setAttribute("role", "status");
    line.textContent = text;
    place(line);
  }

  if (told) {
    const isSame = proofs.querySelector("code").textContent.indexOf(told[1]) === 0;
    const article = document.querySelector(".nb-paper, article");
    say(
      isSame
        ? "扫码带来的核对码和这一页的一样：纸上的就是现在登着的这一版。"
        : "扫码带来的核对码和这一页的不一样：纸上的不是现在登着的这一版，请以这一页为准。",
      isSame,
      (line) => article.insertBefore(line, article.firstChild)
    );
  }

  /* SHA-256 (FIPS 180-4) of bytes, in hexadecimal. */
  function digest(bytes) {
    const root = (number, power) => Math.floor((Math.pow(number, power) % 1) * 4294967296) | 0;
    const turn = (word, by) => (word >>> by) | (word << (32 - by));
    const state = [];
    const keys = [];
    for (let number = 2; keys.length < 64; number++) {
      let isPrime = true;
      for (let part = 2; part * part <= number; part++) {
        isPrime = isPrime && number % part > 0;
      }
      if (isPrime) {
        if (state.length < 8) {
          state.push(root(number, 1 / 2));
        }
        keys.push(root(number, 1 / 3));
      }
    }
    const length = bytes.length;
    const padded = new Uint8Array((((length + 8) >> 6) + 1) * 64);
    const view = new DataView(padded.buffer);
    padded.set(bytes);
    padded[length] = 128;
    view.setUint32(padded.length - 8, Math.floor(length / 536870912));
    view.setUint32(padded.length - 4, (length << 3) >>> 0);
    const words = new Int32Array(64);
    for (let start = 0; start < padded.length; start += 64) {
      let [a, b, c, d, e, f, g, h] = state;
      for (let at = 0; at < 64; at++) {
        if (at < 16) {
          words[at] = view.getInt32(start + at * 4);
        } else {
          const x = words[at - 15];
          const y = words[at - 2];
          words[at] =
            words[at - 16] +
            words[at - 7] +
            (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) +
            (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
        }
        const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + keys[at] + words[at];
        const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
      }
      [a, b, c, d, e, f, g, h].forEach((word, at) => {
        state[at] = (state[at] + word) | 0;
      });
    }
    return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  }

  function compare(file) {
    const reader = new FileReader();
    reader.onload = () => {
      const code = digest(new Uint8Array(reader.result));
      const row = Array.from(proofs.querySelectorAll("code")).find((element) => element.textContent === code);
      const name = row && row.parentNode.previousElementSibling.textContent;
      say(
        row
          ? "“" + file.name + "”和这里的“" + name + "”一样，没有改过。"
          : "“" + file.name + "”和这里的哪一个都不一样：改过，或者不是这里的。它的核对码是 " + code + "。",
        Boolean(row),
        (line) => proofs.appendChild(line)
      );
    };
    reader.readAsArrayBuffer(file);
  }

  // The first is the text's, which nobody downloads.
  if (proofs.querySelectorAll("code").length > 1) {
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.type = "file";
    input.addEventListener("change", () => Array.from(input.files).forEach(compare));
    label.className = "nb-compare";
    label.textContent = "核对下载的附件：";
    label.appendChild(input);
    proofs.appendChild(label);
  }
})();
