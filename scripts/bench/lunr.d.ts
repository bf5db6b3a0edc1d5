declare module 'lunr' {
  interface Builder {
    use(plugin: unknown): void;
    ref(name: string): void;
    field(name: string): void;
    add(document: object): void;
  }
  interface Query {
    term(tokens: unknown, options: object): void;
  }
  interface Index {
    query(build: (query: Query) => void): { ref: string }[];
  }
  const lunr: ((build: (builder: Builder) => void) => Index) & { de?: unknown; tokenizer(text: string): unknown };
  export default lunr;
}

declare module 'lunr-languages/lunr.de.js' {
  const register: (lunr: unknown) => void;
  export default register;
}

declare module 'lunr-languages/lunr.stemmer.support.js' {
  const register: (lunr: unknown) => void;
  export default register;
}
