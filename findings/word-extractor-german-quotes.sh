#!/usr/bin/env bash
# word-extractor 1.0.4 turns typographic quotation marks into plain ones unless told not to (filterUnicode), and of a German
# quotation it turns one half only: „gut“ becomes „gut" and ‚neu‘ becomes ‚neu', because “ and ‘ are in its table as the
# English opening marks and „ and ‚ are not in it. A text can no longer be searched for what stands between its marks, and
# whatever pairs quotation marks runs on to the end. Guessed: German marks come out in pairs, both plain or both as written.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error word-extractor@1.0.4 docx@9.5.1
cat >try.cjs <<'JS'
const { Document, Packer, Paragraph } = require('docx');
const WordExtractor = require('word-extractor');
(async () => {
  const paragraph = new Paragraph('Er nannte es „gut“ – und ‚neu‘, wie »hier«.');
  const file = await Packer.toBuffer(new Document({ sections: [{ children: [paragraph] }] }));
  const document = await new WordExtractor().extract(file);
  console.log(JSON.stringify([document.getBody().trim(), document.getBody({ filterUnicode: false }).trim()]));
})();
JS
out=$(node try.cjs)
echo "word-extractor $(node -p "require('word-extractor/package.json').version"): $out"
[ "$out" = '["Er nannte es „gut\" - und ‚neu'"'"', wie »hier«.","Er nannte es „gut“ – und ‚neu‘, wie »hier«."]' ] || { echo "changed"; exit 1; }
