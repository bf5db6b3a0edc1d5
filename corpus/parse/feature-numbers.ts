// Names of features → numbers, for as long as the program runs: putting names together for every line of every document
// took most of the parser's time.

/** A value that features are made of. The same name is the same object. */
export interface Code {
  code: number;
  name: string;
}

const codes = new Map<string, Code>();

export function codeOf(name: string): Code {
  let code = codes.get(name);
  if (code === undefined) {
    code = { code: codes.size + 1, name };
    codes.set(name, code);
  }
  return code;
}

const names: string[] = [];

export const featureName = (feature: number): string => names[feature]!;

/** More than there are values. */
const CODES = 256;

/** One kind of feature: of one value, two or three together. */
export class Template {
  private readonly known = new Map<number, number>();
  private readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  number(first: Code, second?: Code, third?: Code): number {
    const key = first.code + CODES * ((second?.code ?? 0) + CODES * (third?.code ?? 0));
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const values = [first, second, third].flatMap((value) => value?.name ?? []);
    this.known.set(key, names.length);
    return names.push([this.name, ...values].join(' | ')) - 1;
  }
}
