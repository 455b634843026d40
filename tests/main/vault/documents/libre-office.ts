import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What LibreOffice does with a workbook: opens it with a password or none, types into cells, saves it as another file. */
export type OfficeTask = {
  readonly bytes: Uint8Array
  readonly password?: string
  readonly saveAs: 'xlsx' | 'csv'
  /** Encrypts as LibreOffice does ("Standard", AES-128). */
  readonly savePassword?: string
  /** Cells of the first sheet and what is typed there; protection is lifted first where `unprotect` says so. */
  readonly edits?: Readonly<Record<string, string>>
  readonly unprotect?: boolean
}

const PROGRAM = 'soffice'

const MACRO = `Sub Work(source As String, password As String, target As String, filter As String, savePassword As String, edits As String)
  On Error GoTo Failed
  Dim opening(1) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden" : opening(0).Value = True
  opening(1).Name = "Password" : opening(1).Value = password
  Dim book As Object
  book = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, opening())
  If IsNull(book) Then GoTo Failed
  Dim sheet As Object, parts, i As Integer, at As Integer
  sheet = book.Sheets.getByIndex(0)
  parts = Split(edits, "~~")
  For i = LBound(parts) To UBound(parts)
    If parts(i) = "unprotect" Then sheet.unprotect("")
    at = InStr(parts(i), "==")
    If at > 0 Then sheet.getCellRangeByName(Left(parts(i), at - 1)).setString(Mid(parts(i), at + 2))
  Next i
  Dim saving(2) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName" : saving(0).Value = filter
  saving(1).Name = "FilterOptions" : saving(1).Value = "44,34,76,1"
  If savePassword <> "" Then
    Dim secret(1) As New com.sun.star.beans.NamedValue
    secret(0).Name = "OOXPassword" : secret(0).Value = savePassword
    secret(1).Name = "CryptoType" : secret(1).Value = "Standard"
    saving(2).Name = "EncryptionData" : saving(2).Value = secret()
  End If
  book.storeToURL(ConvertToURL(target), saving())
  book.close(True)
Failed:
End Sub
`

/** Runs the task in a LibreOffice of its own; null where it would not open the workbook. */
export function inLibreOffice(task: OfficeTask): Uint8Array | null {
  requireSoffice()
  const folder = mkdtempSync(join(tmpdir(), 'office-'))
  try {
    const profile = join(folder, 'profile')
    const settings = ['--headless', '--norestore', `-env:UserInstallation=${pathToFileURL(profile).href}`]
    // The first start fills the profile with its presets, macros included.
    execFileSync(PROGRAM, [...settings, '--terminate_after_init'], { stdio: 'ignore', timeout: 120_000 })
    writeMacro(join(profile, 'user/basic/Standard'))
    const [source, target] = [join(folder, 'source.xlsx'), join(folder, `target.${task.saveAs}`)]
    writeFileSync(source, task.bytes)
    const edits = [
      ...(task.unprotect ? ['unprotect'] : []),
      ...Object.entries(task.edits ?? {}).map(([cell, text]) => `${cell}==${text}`),
    ].join('~~')
    const filter = task.saveAs === 'xlsx' ? 'Calc MS Excel 2007 XML' : 'Text - txt - csv (StarCalc)'
    const call = [source, task.password ?? '', target, filter, task.savePassword ?? '', edits].map((each) => `"${each}"`).join(',')
    execFileSync(PROGRAM, [...settings, `macro:///Standard.Module1.Work(${call})`], { stdio: 'ignore', timeout: 120_000 })
    return existsSync(target) ? readFileSync(target) : null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function requireSoffice(): void {
  try {
    execFileSync(PROGRAM, ['--version'], { stdio: 'ignore' })
  } catch (error) {
    throw new Error('these tests need LibreOffice Calc: apt-get install libreoffice-calc', { cause: error })
  }
}

function writeMacro(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const head = (kind: string, type: string) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${kind} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${type}">\n`
  const module = MACRO.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
  writeFileSync(
    join(folder, 'Module1.xba'),
    `${head('script:module', 'module.dtd')}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${module}</script:module>`,
  )
  writeFileSync(
    join(folder, 'script.xlb'),
    `${head('library:library', 'library.dtd')}<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>`,
  )
}
