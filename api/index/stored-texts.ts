// A long text ↔ half its characters: deflated, in base 64, for D1 sends bytes as an array of numbers. For texts that few
// questions need.
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

export const packText = (text: string): string => btoa(strFromU8(deflateSync(strToU8(text), { level: 9 }), true));

export const unpackText = (packed: string): string => strFromU8(inflateSync(strToU8(atob(packed), true)));
