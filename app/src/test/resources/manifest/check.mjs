// Holds a Forge manifest against the schema that Atlassian publishes in @forge/manifest.
// node check.mjs manifest.yml; prints each error in a line, and exits with 1 if there is one.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(process.cwd() + '/');
const Ajv = require('ajv').default;
const formats = require('ajv-formats').default;
const { parse } = require('yaml');
const schema = JSON.parse(readFileSync('node_modules/@forge/manifest/out/schema/manifest-schema.json', 'utf8'));

const ajv = new Ajv({ strict: false, allErrors: true });
formats(ajv);
const manifest = parse(readFileSync(process.argv[2], 'utf8'));
const errors = [];
const check = (validate, value, where) => {
  if (!validate(value)) {
    validate.errors.forEach((error) => errors.push(`${where}${error.instancePath}: ${error.message}`));
  }
};

check(ajv.compile(schema), manifest, '');
// The schema of a whole manifest looks at the names of Connect modules only.
for (const [name, modules] of Object.entries(manifest.connectModules ?? {})) {
  const module = schema.definitions.ModuleSchema.properties[`connect-${name}`];
  check(ajv.compile({ definitions: schema.definitions, ...module }), modules, `/connectModules/${name}`);
}
errors.forEach((error) => console.log(error));
process.exitCode = errors.length === 0 ? 0 : 1;
