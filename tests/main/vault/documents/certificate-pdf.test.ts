import { isoDate } from '#domain/dates.ts'
import { IsoInstant } from '#domain/dates.ts'
import { locales } from '#domain/settings.ts'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Certificate, writeCertificatePdf } from '../../../../main/vault/documents/certificate-pdf.ts'

const folder = mkdtempSync(join(tmpdir(), 'certificate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const password = 'bamo-tiku-lesa-pogi-runa-dofe'
const certificate: Certificate = {
  teamName: 'Invented Valley',
  madeOn: isoDate('2026-11-25'),
  destruction: {
    id: 7,
    at: IsoInstant.parse('2026-11-24T18:30:00.000Z'),
    by: 'Petra Quillpusher',
    reason: 'personAsked',
    auditSeq: 411,
    sweptAt: IsoInstant.parse('2026-11-24T18:31:00.000Z'),
    records: [
      { kind: 'case', reference: 'HR-2025-0042', since: isoDate('2025-10-01'), counts: { people: 2, referrals: 1, actions: 3, drafts: 0 } },
    ],
  },
  oldBackups: [
    { madeAt: IsoInstant.parse('2026-11-01T09:00:00.000Z'), place: 'chosen', folder: '/stick', fileName: 'caseboard-2026-11-01.caseboard' },
  ],
}

function textOf(bytes: Uint8Array, key: string | null): string {
  const file = join(folder, 'certificate.pdf')
  writeFileSync(file, bytes)
  return execFileSync('pdftotext', [...(key === null ? [] : ['-upw', key]), '-layout', file, '-'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

test('a certificate says what, when, by whom and why, by reference and date, and names the old backups', async () => {
  const text = textOf(await writeCertificatePdf(certificate, 'en-GB', password, { pageSize: 'A4' }), password)
  for (const said of [
    'Certificate of destruction',
    'Number 7',
    'HR-2025-0042',
    '24 Nov 2026, 18:30 UTC',
    'Petra Quillpusher',
    'The person asked for it',
    '412',
    '1 Oct 2025',
    '2 people, 1 referrals, 3 actions',
    'caseboard-2026-11-01.caseboard',
  ])
    expect(text.replace(/\s+/g, ' ')).toContain(said)
  expect(text).not.toContain('drafts')
})

test('it opens with its password only', async () => {
  const bytes = await writeCertificatePdf(certificate, 'en-GB', password, { pageSize: 'LETTER' })
  expect(() => textOf(bytes, null)).toThrow('Incorrect password')
  expect(Buffer.from(bytes).includes('HR-2025')).toBe(false)
})

test('it is written in every language, with nothing left unsaid', async () => {
  for (const locale of locales)
    expect(textOf(await writeCertificatePdf(certificate, locale, password, { pageSize: 'A4' }), password)).not.toMatch(/[{}]|undefined/)
})
