// Which city this is. On Node the home has read the file that CITY_FILE names; a Worker has its city in its bundle, where
// publishing writes the facts in place of CITY_FACTS (web/build/city-file.ts). Else it is the file that ships.
import shipped from '../corpus/city.json' with { type: 'json' };
import { type City, readCity } from '../corpus/city.ts';

declare const CITY_FACTS: unknown;

const inBundle = readCity(typeof CITY_FACTS === 'undefined' ? shipped : CITY_FACTS);
if (!inBundle.ok) throw new Error(`corpus/city.json: ${inBundle.error.join('; ')}`);
const { value } = inBundle;

export const cityOf = (env: { city?: City }): City => env.city ?? value;
