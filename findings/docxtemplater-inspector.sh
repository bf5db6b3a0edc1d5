#!/usr/bin/env bash
# docxtemplater 3.71.1 ships an inspector of templates (docxtemplater/js/inspect-module.js, described in its
# documentation) that requires lodash, which is not among its dependencies: in a fresh installation the import fails,
# and it works only where another package happens to bring lodash. Guessed: it works as the rest of the package does.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error docxtemplater@3.71.1 pizzip@3.3.0
seen() {
  node -e "
    try { require('docxtemplater/js/inspect-module.js'); console.log('loads'); }
    catch (error) { console.log(error.code, error.message.split('\n')[0]); }"
}
echo "docxtemplater $(node -p "require('docxtemplater/package.json').version"), dependencies: $(node -p "Object.keys(require('docxtemplater/package.json').dependencies).join(' ')")"
alone=$(seen)
echo "alone: $alone"
npm install --no-audit --no-fund --loglevel=error lodash@4.17.21
beside=$(seen)
echo "with lodash beside it: $beside"
[[ "$alone" == MODULE_NOT_FOUND*lodash* && "$beside" == loads ]] || { echo "changed"; exit 1; }
