#!/usr/bin/env bash
# pdf.js (as unpdf 1.8.1 carries it) gives the tag of marked content in two shapes: for `/Artifact <<…>> BDC` the operator
# list holds the string "Artifact", for `/Artifact BMC` an object {name: "Artifact"}, while getTextContent gives strings for
# both. Both forms are valid for the same thing (ISO 32000-1, 14.6), so `tag === "Artifact"` finds the running heads of one
# producer's files and misses those of another's. Guessed: the same tag has the same type.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error unpdf@1.8.1 pdf-lib@1.17.1
cat >try.mjs <<'JS'
import { PDFDocument, PDFName, StandardFonts } from 'pdf-lib';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
const file = await PDFDocument.create();
const sheet = file.addPage();
sheet.node.setFontDictionary(PDFName.of('F0'), (await file.embedFont(StandardFonts.Helvetica)).ref);
const shown = (text, y) => `BT /F0 11 Tf 1 0 0 1 60 ${y} Tm (${text}) Tj ET EMC`;
const content = `/Artifact BMC ${shown('head', 800)} /Artifact <</Type /Pagination>> BDC ${shown('foot', 30)}`;
sheet.node.addContentStream(file.context.register(file.context.stream(content)));
const { OPS } = await getResolvedPDFJS();
const pdf = await getDocumentProxy(await file.save(), { verbosity: 0 });
const page = await pdf.getPage(1);
const { fnArray, argsArray } = await page.getOperatorList();
const marks = [OPS.beginMarkedContent, OPS.beginMarkedContentProps];
const listed = fnArray.flatMap((fn, i) => (marks.includes(fn) ? [argsArray[i][0]] : []));
const { items } = await page.getTextContent({ includeMarkedContent: true });
const told = items.flatMap((item) => (/^beginMarked/.test(item.type) ? [item.tag] : []));
console.log(JSON.stringify({ listed, told }));
JS
out=$(node try.mjs)
echo "unpdf $(node -p "JSON.parse(require('fs').readFileSync('node_modules/unpdf/package.json')).version"): $out"
[ "$out" = '{"listed":[{"name":"Artifact"},"Artifact"],"told":["Artifact","Artifact"]}' ] || { echo "changed"; exit 1; }
