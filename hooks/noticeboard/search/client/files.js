/* Files of the index: scripts that call boardSearch, so that they load from a disk too. */

const root = new URL("../../", document.currentScript.src).href;
const arrived = {};
let loading = {}, renewals = 0;
window.boardSearch = (name, version, data) => { arrived[name] = { version, data }; };

/* What a file holds; null when it is missing, cut off, or of another build than the index. */
function load(name, version) {
  const mine = loading;
  if (!loading[name]) {
    loading[name] = new Promise((done) => {
      const script = document.createElement("script");
      script.charset = "utf-8";
      script.src = root + "search/" + name + ".js" + (version || renewals ? "?" + (version || renewals) : "");
      script.onload = script.onerror = () => {
        const got = arrived[name], whole = got && (!version || got.version === version);
        delete arrived[name];
        if (!whole) delete mine[name];
        script.remove();
        done(whole ? got : null);
      };
      document.head.append(script);
    });
  }
  return loading[name];
}

/* From now on everything is loaded anew, past what the browser keeps. */
function forget() {
  loading = {};
  renewals = Date.now();
}

/* Lets the page breathe when work has gone on for long. */
let rested = 0;
async function pause() {
  if (performance.now() - rested < 16) return;
  await new Promise((done) => setTimeout(done));
  rested = performance.now();
}
