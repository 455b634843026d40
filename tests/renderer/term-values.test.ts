import { locales, regions } from '#domain/settings.ts'
import { describe, expect, test } from 'vitest'
import { termValues } from '../../renderer/i18n/term-values.ts'

describe("the field's terms", () => {
  test('the United Kingdom says victim, IDVA and Marac', () => {
    expect(termValues('en-GB', 'uk')).toMatchObject({
      victim: 'victim',
      Victims: 'Victims',
      perpetrator: 'perpetrator',
      advocate: 'IDVA',
      team: 'Marac',
    })
  })

  test('the United States say survivor, offender, advocate and high-risk team', () => {
    expect(termValues('en-US', 'us')).toMatchObject({
      victim: 'survivor',
      Perpetrators: 'Offenders',
      Advocate: 'Advocate',
      teams: 'high-risk teams',
    })
  })

  test('elsewhere the plain words stand', () => {
    expect(termValues('en-US', 'other')).toMatchObject({ victim: 'victim', perpetrator: 'perpetrator', advocate: 'advocate', team: 'team' })
  })

  test('Spanish capitals keep their accents', () => {
    expect(termValues('es', 'uk')).toMatchObject({ Victim: 'Víctima', victims: 'víctimas' })
  })

  test('every region of every language names all four, in both numbers and with a capital', () => {
    for (const locale of locales)
      for (const region of regions) expect(Object.values(termValues(locale, region)).filter((word) => word !== '')).toHaveLength(16)
  })
})
