// Asks a second validator, Ajv, about every document our own check has judged, and fails where they disagree.
//   node schema_check.mjs EXPORTER WORK_FOLDER
import { spawnSync } from "node:child_process";
import { copyFileSync, createReadStream, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const [exporter, work] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));

function run(command, args, options = {}) {
  const done = spawnSync(command, args, { encoding: "utf8", ...options });
  if (done.error || done.status !== 0) {
    console.error(`${command} ${args.join(" ")} failed:`, done.error?.message ?? "", done.stdout, done.stderr);
    process.exit(1);
  }
}

mkdirSync(work, { recursive: true });
for (const name of ["package.json", "package-lock.json"]) copyFileSync(join(here, name), join(work, name));
run("npm", ["install", "--no-audit", "--no-fund"], { cwd: work });
run(exporter, [here, work]);

const Ajv = createRequire(join(work, "package.json"))("ajv/dist/2020").default;
const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false });
ajv.addFormat("date", (text) => {
  const [year, month, day] = text.split("-").map(Number);
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
});
const validators = new Map();
for (const [id, schema] of Object.entries(JSON.parse(readFileSync(join(work, "schemas.json"), "utf8")))) {
  validators.set(id, ajv.compile(schema));
}

const counts = new Map();
let disagreements = 0;
for await (const line of createInterface({ input: createReadStream(join(work, "judged.jsonl")) })) {
  const { form, name, accepted, document } = JSON.parse(line);
  const validate = validators.get(form);
  const count = counts.get(form) ?? { accepted: 0, refused: 0 };
  count[accepted ? "accepted" : "refused"] += 1;
  counts.set(form, count);
  if (validate(document) === accepted) continue;
  disagreements += 1;
  if (disagreements <= 20) console.error(`${form} ${name}: we ${accepted ? "accept" : "refuse"}`, validate.errors);
}
for (const id of validators.keys()) {
  const count = counts.get(id) ?? { accepted: 0, refused: 0 };
  console.log(`${id}: ${count.accepted} accepted, ${count.refused} refused`);
  if (count.accepted < 1 || count.refused < 50) {
    console.error(`${id}: too few documents to prove anything`);
    process.exit(1);
  }
}
if (disagreements > 0) {
  console.error(`${disagreements} disagreements`);
  process.exit(1);
}
