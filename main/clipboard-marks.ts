/** Formats of the system's own, beside the text, by which a program that keeps what was copied is told to leave it out. */
export type ClipboardMarks = Readonly<Record<string, Uint8Array<ArrayBuffer>>>

const raw = (format: string): string => `electron application/osclipboard;format="${format}"`
const present = (): Uint8Array<ArrayBuffer> => new Uint8Array([1])
/** A DWORD of Windows that says no. */
const no = (): Uint8Array<ArrayBuffer> => new Uint8Array(4)

/**
 * The marks of a platform: on Windows neither the clipboard's history nor the synchronised one takes the text, nor a program that watches
 * the clipboard and keeps to the rule; on a Mac and under KDE the clipboard managers that know the mark (security.md 19).
 */
export function clipboardMarks(platform: NodeJS.Platform): ClipboardMarks {
  switch (platform) {
    case 'win32':
      return {
        [raw('ExcludeClipboardContentFromMonitorProcessing')]: present(),
        [raw('CanIncludeInClipboardHistory')]: no(),
        [raw('CanUploadToCloudClipboard')]: no(),
      }
    case 'darwin':
      return { [raw('org.nspasteboard.ConcealedType')]: present(), [raw('org.nspasteboard.TransientType')]: present() }
    case 'linux':
      return { [raw('x-kde-passwordManagerHint')]: new TextEncoder().encode('secret') }
    default:
      return {}
  }
}
