// Bundles Sveltia CMS into files that ask nothing of any other site, for the folder that the program publishes at /admin/.
import { build } from "esbuild";
import { copyFile, mkdir, readFile, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const program = join(here, "node_modules/@sveltia/cms");
const target = join(here, "../../hooks/noticeboard/forms/bundle");
// Highlighting of code, maps, other languages, pictures of cameras: no field of ours needs them, and what is left out is never asked for.
const unused = /^(@shikijs\/|leaflet|terra-draw|svgo|exifr)|\/(heic|shiki-engine|webp_enc|react-dom)|locales\/(?!zh-CN)/;

const trimmed = {
  name: "trimmed",
  setup(bundler) {
    bundler.onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === "dynamic-import" && unused.test(path) ? { path: "unused", namespace: "unused" } : undefined,
    );
    bundler.onLoad({ filter: /.*/, namespace: "unused" }, () => ({ contents: "export default undefined;" }));
    // The program names its fonts twice, here and on a delivery network; those here are enough.
    bundler.onLoad({ filter: /cms\/npm\/index\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(/url\(https:\/\/cdn\.jsdelivr\.net\/[^)]*\)/g, "local('')"),
    }));
  },
};

await rm(target, { recursive: true, force: true });
await build({
  entryPoints: { forms: join(here, "entry.js") },
  outdir: target,
  bundle: true,
  splitting: true,
  minify: true,
  format: "esm",
  target: "es2022",
  chunkNames: "[name]-[hash]",
  plugins: [trimmed],
  legalComments: "none",
  logLevel: "warning",
});
await mkdir(join(target, "assets"));
for (const name of await readdir(join(program, "npm/assets"))) {
  if (/^(material-symbols|source-sans).*(woff2|LICENSE\.txt)$/.test(name)) {
    await copyFile(join(program, "npm/assets", name), join(target, "assets", name));
  }
}
await copyFile(join(program, "LICENSE.txt"), join(target, "LICENSE.txt"));
