import pdfmake from 'pdfmake'
import roboto from 'pdfmake/build/vfs_fonts.js'

export const fontName = 'Roboto'
const FILES = {
  normal: 'Roboto-Regular.ttf',
  bold: 'Roboto-Medium.ttf',
  italics: 'Roboto-Italic.ttf',
  bolditalics: 'Roboto-MediumItalic.ttf',
} as const

type WithFiles = { readonly virtualfs: { readonly writeFileSync: (name: string, content: Uint8Array) => void } }

/** The declarations of the package leave its file store out. */
function hasFiles(maker: object): maker is WithFiles {
  return 'virtualfs' in maker
}

/**
 * Gives pdfmake its own Roboto (Latin, Greek, Cyrillic) from memory: nothing is read from a disk that a packaged app does not have, and neither
 * files nor addresses that a text might name are ever fetched.
 */
export function readyPdfmake(): typeof pdfmake {
  if (!hasFiles(pdfmake)) throw new Error('pdfmake no longer keeps fonts in memory: see pdf-fonts.ts')
  for (const file of Object.values(FILES)) {
    const content = roboto[file]
    if (typeof content !== 'string') throw new Error(`pdfmake no longer brings ${file}`)
    pdfmake.virtualfs.writeFileSync(file, Buffer.from(content, 'base64'))
  }
  pdfmake.setFonts({ [fontName]: FILES })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
  return pdfmake
}
