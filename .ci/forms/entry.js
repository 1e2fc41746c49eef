// What the program's own part of the forms, editor.js, asks of Sveltia CMS.
import CMS from "@sveltia/cms";

export function start(config, name, format) {
  CMS.registerCustomFormat(name, "md", format);
  return CMS.init({ config });
}
