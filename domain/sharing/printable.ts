/** A text with nothing in it that cannot be printed: no control or direction-override characters, halves of pairs, or code points that are no characters. */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF\uFDD0-\uFDEF]/gu, '')
}

/** A printable text on one line, with single spaces: for comparing what a spreadsheet program may have reflowed. */
export function flowed(text: string): string {
  return printable(text).normalize('NFC').replace(/\s+/gu, ' ').trim()
}
