/** What pdfmake's Roboto can set: Latin, Greek, Cyrillic and the signs of ordinary text. */
const UNSETTABLE =
  /[^\n\t\u0020-\u007E\u00A0-\u017F\u018F\u0192\u01A0\u01A1\u01AF\u01B0\u01F0\u01FA-\u01FF\u0218-\u021B\u0237\u0259\u02BC\u02C6\u02C7\u02C9\u02D8-\u02DD\u0384-\u038A\u038C\u038E-\u03A1\u03A3-\u03CE\u0400-\u0482\u048A-\u0513\u1E80-\u1E85\u1E9E\u1EA0-\u1EF9\u2000-\u200B\u2010\u2011\u2013-\u2015\u2017-\u201E\u2020-\u2022\u2025-\u2027\u2030\u2032\u2033\u2039\u203A\u2044\u20A3\u20A4\u20A6-\u20AC\u20B9\u20BA\u2116\u2122\u2126\u215B-\u215E\u2212\u221E\u2248\u2260\u2264\u2265\u25A0\u25CF\uFFFD]+/gu
const WORDED: Readonly<Record<string, string>> = {
  '→': '->',
  '←': '<-',
  '⇒': '=>',
  '✓': 'x',
  '✔': 'x',
  '☑': '[x]',
  '☐': '[ ]',
  '\u00AD': '',
}

/**
 * The text as the font can set it. Accents that it lacks are left off, and a mark stands for each run of another script or of pictures, so that the
 * reader knows that something is missing.
 */
export function settable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{M}+/gu, '')
    .replace(/[→←⇒✓✔☑☐\u00AD]/gu, (sign) => WORDED[sign] ?? sign)
    .replace(UNSETTABLE, '\uFFFD')
}
