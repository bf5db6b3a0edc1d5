// The templates of answer forms → dist/web/vorlagen/NAME.docx and their list: those that ship (corpus/templates) and a
// city's own, from the folder `vorlagen` beside its CITY_FILE, which win over ours of the same name.
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';
import { cityPath } from './city-file.ts';

/** Part of an address, so nothing but this. */
const NAME = /^[a-z0-9-]{1,60}\.docx$/;

export function copyTemplates(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'copy-templates',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    async closeBundle(error) {
      if (error) return;
      const folders = [
        resolve(config.root, '../corpus/templates'),
        ...(process.env.CITY_FILE ? [join(dirname(cityPath()), 'vorlagen')] : []),
      ];
      const target = join(resolve(config.root, config.build.outDir), 'vorlagen');
      await mkdir(target, { recursive: true });
      const names = new Set<string>();
      for (const folder of folders) {
        for (const name of await readdir(folder).catch(() => [])) {
          if (!name.endsWith('.docx')) continue;
          if (!NAME.test(name))
            this.error(
              `${join(folder, name)}: nur Kleinbuchstaben, Ziffern und Bindestriche. (Only a-z, 0-9 and hyphens.)`,
            );
          await copyFile(join(folder, name), join(target, name));
          names.add(name.replace(/\.docx$/, ''));
        }
      }
      await writeFile(join(target, 'vorlagen.json'), JSON.stringify([...names].sort()));
    },
  };
}
