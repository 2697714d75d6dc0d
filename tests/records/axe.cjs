// Runs axe-core over pages in Chromium, as they look in each of some media: node axe.cjs light,dark,print PAGE.html…
// Ends with 1 if anything is violated, or if a page asks for anything from elsewhere.
const { readFileSync } = require("node:fs");
const { resolve } = require("node:path");
const { pathToFileURL } = require("node:url");
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

(async () => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  let wrong = 0;
  let passes = 0;
  const [media, ...pages] = process.argv.slice(2);
  for (const path of pages) {
    for (const medium of media.split(",")) {
      const page = await browser.newPage(medium === "print" ? {} : { colorScheme: medium });
      const own = pathToFileURL(resolve(path)).href;
      page.on("request", (request) => {
        if (request.url() !== own) {
          wrong += 1;
          console.error(`${path} asks for ${request.url()}`);
        }
      });
      page.on("dialog", () => (wrong += 1));
      await page.goto(own);
      if (medium === "print") await page.emulateMedia({ media: medium });
      await page.evaluate(axe);
      const result = await page.evaluate(() => window.axe.run(document));
      passes += result.passes.length;
      for (const violation of result.violations) {
        wrong += 1;
        console.error(`${path}, ${medium}: ${violation.id}: ${violation.help}`);
        violation.nodes.slice(0, 3).forEach((node) => console.error(`  ${node.html.slice(0, 200)}`));
      }
      await page.close();
    }
  }
  await browser.close();
  console.log(`axe-core: ${pages.length} pages, ${media}: ${passes} rules passed, ${wrong} violations`);
  process.exitCode = wrong > 0 ? 1 : 0;
})();
