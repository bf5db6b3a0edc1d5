// The second half of `vite build`: web/widget/widget.ts → one self-contained widget.js, a copy under a path that names
// its content (cached for ever), and widget.json with its integrity hash for the snippet of /einbetten.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';
import { cityInScripts } from './city-file.ts';
import { kernTokens } from './kern-tokens.ts';
import { plainImports } from './plain-imports.ts';

/** What dist/web/widget.json holds. */
export interface WidgetManifest {
  /** Versioned, immutable, e.g. `/widget/1a2b3c4d5e6f/widget.js`. */
  path: string;
  /** Value for `<script integrity>`. */
  integrity: string;
}

export function buildWidget(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'build-widget',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    async closeBundle(error) {
      if (error) return;
      const outDir = resolve(config.root, config.build.outDir);
      const script = await bundle(config, outDir);
      const manifest = describe(script);
      const versioned = resolve(outDir, `.${manifest.path}`);
      await mkdir(resolve(versioned, '..'), { recursive: true });
      await writeFile(versioned, script);
      await writeFile(resolve(outDir, 'widget.json'), `${JSON.stringify(manifest, null, 2)}\n`);
      console.log(`widget ${manifest.path} integrity ${manifest.integrity}`);
    },
  };
}

async function bundle(config: ResolvedConfig, outDir: string): Promise<Buffer> {
  await build({
    configFile: false,
    root: config.root,
    publicDir: false,
    logLevel: 'warn',
    plugins: [cityInScripts(), anyPolicy(), trimTemplates(), plainImports()],
    css: { postcss: { plugins: [kernTokens()] } },
    build: {
      outDir,
      emptyOutDir: false,
      target: config.build.target,
      cssTarget: config.build.cssTarget,
      rolldownOptions: {
        input: resolve(config.root, 'widget/widget.ts'),
        output: {
          format: 'es',
          entryFileNames: 'widget.js',
          codeSplitting: false,
          // Frameworks that render on a server may load the file there, where there are no elements to define.
          intro: 'if(globalThis.customElements){',
          outro: '}',
        },
      },
      modulePreload: false,
    },
  });
  return readFile(resolve(outDir, 'widget.js'));
}

/**
 * Lit makes its Trusted Types policy while it loads, and where the page forbids the name or has it already, that throws
 * and nothing is defined. Without a policy it works wherever none is enforced (widget.ts says what is missing elsewhere).
 */
function anyPolicy(): Plugin {
  return {
    name: 'any-policy',
    transform(code, id) {
      if (!/lit-html[\\/].*lit-html\.js$/.test(id)) return null;
      const made = /([A-Za-z\d_$]+)\.createPolicy\((["'`]lit-html["'`]),\s*(\{[^}]*\})\)/;
      if (!made.test(code)) throw new Error('lit-html makes its policy in another way: mend any-policy');
      const safe = '(()=>{try{return $1.createPolicy($2,$3)}catch{}})()';
      return { code: code.replace(made, safe), map: null };
    },
  };
}

/** After minifying, line breaks followed by an indentation stand in markup templates only. */
function trimTemplates(): Plugin {
  return {
    name: 'trim-templates',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = file.code.replace(/\n {2,}/g, ' ');
      }
    },
  };
}

function describe(script: Buffer): WidgetManifest {
  const version = createHash('sha256').update(script).digest('hex').slice(0, 12);
  const integrity = `sha384-${createHash('sha384').update(script).digest('base64')}`;
  return { path: `/widget/${version}/widget.js`, integrity };
}
