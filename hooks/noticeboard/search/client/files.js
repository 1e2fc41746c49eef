/* Files of the index: scripts that call boardSearch, so that they load from a disk too. */

const root = new URL("../../", document.currentScript.src).href;
const arrived = {};
let loading = {}, renewals = 0;
window.boardSearch = (name, version, data) => { arrived[name] = { version, data }; };

/* What a file holds; null when it is missing, cut off, or another than the index names. */
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
  renewals = Math.max(renewals + 1, Date.now());
}

/* Whether a file is of another build now. A server that has nothing new says so in a few bytes; a disk cannot be asked, only read. */
async function isOther(name, version) {
  const held = loading[name];
  try {
    if (/^http/.test(root)) {
      const answer = await fetch(root + "search/" + name + ".js", { cache: "no-cache" });
      return answer.ok && !(await answer.text()).startsWith('boardSearch("' + name + '","' + version + '"');
    }
    delete loading[name];
    renewals = Math.max(renewals + 1, Date.now());
    const got = await load(name);
    return !!got && got.version !== version;
  } catch (error) {
    return false;
  } finally {
    loading[name] = held;
  }
}

/* Lets the page breathe when work has gone on for long. */
let rested = 0;
async function pause() {
  if (performance.now() - rested < 16) return;
  await new Promise((done) => setTimeout(done));
  rested = performance.now();
}
