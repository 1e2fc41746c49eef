/* Before anything is painted: that scripts run; and what the theme's other scripts find stored for this site, apart from
   other sites of the same server. */
document.documentElement.classList.add("nb-scripts");

var __md_scope = new URL(document.currentScript.getAttribute("data-base"), location);

function __md_hash(text) {
  return Array.from(text).reduce(function (hash, sign) {
    return (hash << 5) - hash + sign.charCodeAt(0);
  }, 0);
}

function __md_get(name, storage, scope) {
  try {
    return JSON.parse((storage || localStorage).getItem((scope || __md_scope).pathname + "." + name));
  } catch (error) {
    return null;
  }
}

function __md_set(name, value, storage, scope) {
  try {
    (storage || localStorage).setItem((scope || __md_scope).pathname + "." + name, JSON.stringify(value));
  } catch (error) {
    /* A browser that stores nothing shows the site all the same. */
  }
}
