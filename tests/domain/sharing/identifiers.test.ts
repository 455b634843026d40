import { isoDate } from '#domain/dates.ts'
import { type IdentifierKind, identifierLinter, type KnownIdentifiers, knownOf, redact } from '#domain/sharing/identifiers.ts'
import { describe, expect, test } from 'vitest'

const words: Readonly<Record<IdentifierKind, string>> = {
  name: '[name]',
  dateOfBirth: '[date of birth]',
  address: '[address]',
  phone: '[phone]',
  email: '[e-mail]',
  other: '[withheld]',
}
const nobody: KnownIdentifiers = { names: [], datesOfBirth: [], phones: [], addresses: [], emails: [], places: [] }
const meeting = isoDate('2026-03-12')

function outgoing(text: string, known: Partial<KnownIdentifiers> = {}): string {
  return redact(text, identifierLinter({ ...nobody, ...known }, meeting)(text), words)
}

function expectEach(known: Partial<KnownIdentifiers>, cases: readonly (readonly [string, string])[]): void {
  for (const [text, expected] of cases) expect(outgoing(text, known)).toBe(expected)
}

describe('names', () => {
  test('are found in any case, accents, width, apostrophe and possessive', () => {
    expectEach({ names: ['Marisol Quillfeather', 'Zoë Brønd', "Niamh O'Dredge"] }, [
      ['Ring MARISOL today', 'Ring [name] today'],
      ["marisol's locks and Marisol’s door", "[name]'s locks and [name]’s door"],
      ['Marisols locks', '[name] locks'],
      ['Zoe, ZOË, Zoe\u0308, Ｚｏｅ and BROND', '[name], [name], [name], [name] and [name]'],
      ["O'Dredge, O’Dredge, Dredge and ODredge", '[name], [name], [name] and [name]'],
      ['Quill\u00ADfeather and Quill\u200Bfeather', '[name] and [name]'],
    ])
  })

  test('are found in every part, and parts beside each other become one', () => {
    expectEach({ names: ['Ana-Lucía de la Torrevieja Quill'] }, [
      ['Tell Ana-Lucía de la Torrevieja Quill first', 'Tell [name] first'],
      ['Ana, Lucia; Torrevieja-Quill', '[name], [name]; [name]'],
      ['AnaLucia and quill_torrevieja82', '[name] and [name]_[name]82'],
      ['Ana J. Quill', '[name]'],
      ['el bus de la escuela', 'el bus de la escuela'],
    ])
  })

  test('are not found inside other words, and initials and titles are nobody', () => {
    expectEach({ names: ['Mr An Dash J Sr'] }, [
      ['Many hands, a dashboard, J. and Mr Brown', 'Many hands, a dashboard, J. and Mr Brown'],
      ['An, dash', '[name], [name]'],
    ])
  })

  test('are found with and without the mark inside them, apart, joined and over a line', () => {
    expectEach({ names: ["Siobhan O'Neil"] }, [
      ["ONeil, oneil, O Neil, O-Neil, O.Neil, O’ Neil and O'Neils", '[name], [name], [name], [name], [name], [name] and [name]'],
    ])
    expectEach({ names: ['Siobhan ONeil', 'Ana de la Cruz', 'Fergus McQuill'] }, [
      ["O Neil and O'Neil", '[name] and [name]'],
      ['DeLaCruz, Delacruz and lacruz', '[name], [name] and [name]'],
      ['Mc Quill', '[name]'],
    ])
    expectEach({ names: ['Bea Smith-Jones'] }, [
      ['Smith Jones, SmithJones and smith–jones', '[name], [name] and [name]'],
      ['Bea\nSmith-\nJones', '[name]'],
      ['tell Smi-\nth first', 'tell [name] first'],
    ])
  })

  test('are found glued to other words by a capital alone', () => {
    expectEach({ names: ['Bea Smith'] }, [
      ['MrsSmith, theSmiths, SmithFamily and BeaSmith', 'Mrs[name], the[name], [name]Family and [name]'],
      ['(Smith)/"Bea"…Smith—Bea', '([name])/"[name]"…[name]'],
    ])
  })

  test('take the initials that stand beside them along, and initials with dots are names', () => {
    expectEach({ names: ['Bea Maria Smith'] }, [
      ['ring B. Smith, B M Smith, Smith, B. and B.M.S.', 'ring [name], [name], [name] and [name]'],
      ['tell B.S. at 9 b.m. or B.s.', 'tell [name] at 9 b.m. or B.s.'],
      ['Plan B Jones', 'Plan B Jones'],
    ])
    expectEach({ names: ['Ana Moreno'] }, [['A.M. at 10 A.M.', '[name] at 10 A.M.']])
  })

  test('are found with letters of another alphabet that look the same, and blank ones between', () => {
    expectEach({ names: ['Maria Petrova', 'Мария Cole'] }, [
      ['Маria, Mаrіа, Реtrova, Ρetrova and Cоle', '[name], [name], [name], [name] and [name]'],
      ['ᴍᴀʀɪᴀ, Mɑria, 𝓜aria and Ⓜaria', '[name], [name], [name] and [name]'],
      ['Ma\u3164ria, Ma\u115Fria, Ma\u2060ria and Ma\u{E0061}ria', '[name], [name], [name] and [name]'],
      ['Мария and МАРИЯ', '[name] and [name]'],
    ])
  })

  test('are found as a keyboard without their letters writes them, and the other way round', () => {
    expectEach({ names: ['Jürgen Müller', 'Søren Ångström', 'Hanna Schroeder'] }, [
      ['Juergen Mueller, Soeren, Aangstroem and Schröder', '[name], [name], [name] and [name]'],
    ])
  })

  test('are found where a script has no spaces', () => {
    expectEach({ names: ['王 芳', 'สมหญิง ใจดี'] }, [
      ['请告诉王芳先', '请告诉[name]先'],
      ['บอกสมหญิงก่อน', 'บอก[name]ก่อน'],
    ])
  })
})

describe('dates of birth', () => {
  const known = { datesOfBirth: [isoDate('1990-03-04')] }

  test('are found in every usual layout', () => {
    const layouts = [
      '1990-03-04',
      '04/03/1990',
      '03/04/1990',
      '4/3/90',
      '4.3.1990',
      '04-03-90',
      '4 March 1990',
      '4th March 1990',
      '4th of March, 1990',
      'March 4, 1990',
      'Mar 4 1990',
      'MARCH 4TH, 1990',
      '4 Mar 90',
      '4-Mar-1990',
      '04MAR1990',
      '1990 March 4',
      '19900304',
      '04031990',
      '040390',
      "4 March '90",
      '4 de marzo de 1990',
      '04 03 1990',
      '1990.03.04',
      '٠٤/٠٣/١٩٩٠',
      '４/３/１９９０',
    ]
    for (const layout of layouts) expect(outgoing(`She is (${layout}) known`, known)).toBe('She is ([date of birth]) known')
    for (const layout of layouts) expect(outgoing(`item 1 ${layout}, 2 more`, known)).not.toContain(layout)
  })

  test('are found in words, and with anything between their parts', () => {
    for (const layout of [
      'fourth of March 1990',
      'four March nineteen ninety',
      'March the fourth, nineteen-ninety',
      "fourth March '90",
      '4 March nineteen hundred and ninety',
      'cuatro de marzo de mil novecientos noventa',
      '04|03|1990',
      '04:03:1990',
      '4*3*1990',
      '4  /  3  /  1990',
      '0403 1990',
    ])
      expect(outgoing(`She is (${layout}) known`, known)).toBe('She is ([date of birth]) known')
    expectEach({ datesOfBirth: [isoDate('2018-12-31'), isoDate('2000-01-01')] }, [
      ['thirty-first of December two thousand and eighteen', '[date of birth]'],
      ['31 December twenty eighteen', '[date of birth]'],
      ['treinta y uno de diciembre de dos mil dieciocho', '[date of birth]'],
      ['first of January two thousand, primero de enero del dos mil', '[date of birth], [date of birth]'],
      ['the first of January', 'the first of January'],
    ])
  })

  test('are told from the dates of a plan', () => {
    for (const text of [
      'by 14 March',
      'by 4 March',
      'due 2026-03-14',
      'review 14/03/2026',
      'on 3/4',
      'in March 2026',
      'order of 12 June 2024',
    ])
      expect(outgoing(text, known)).toBe(text)
  })

  test('are found though unknown, where the text calls them so or they lie ten years back', () => {
    expectEach({}, [
      ['DOB 1/2/2019', 'DOB [date of birth]'],
      ['d.o.b.: 1987', 'd.o.b.: [date of birth]'],
      ['born on 4 May', 'born on [date of birth]'],
      ['nacida el 4 de mayo de 2020', 'nacida el [date of birth]'],
      ['the son (12 June 2011) is', 'the son ([date of birth]) is'],
      ['birthday 4/3, D/O/B: 4-3 and (b. 1990)', 'birthday [date of birth], D/O/B: [date of birth] and (b. [date of birth])'],
      ['she came in March 1990', 'she came in [date of birth]'],
      ['born free by plan b. then', 'born free by plan b. then'],
    ])
  })
})

describe('telephone numbers', () => {
  test('are found with any spacing, punctuation and prefix', () => {
    const written = [
      '07700900123',
      '07700 900123',
      '07700-900-123',
      '(07700) 900 123',
      '+44 7700 900123',
      '+447700900123',
      '0044 7700 900 123',
      '+44 (0)7700 900123',
      '7700.900.123',
      '07700/900123',
    ]
    for (const number of written) expect(outgoing(`Ring ${number} after six`, { phones: ['07700 900 123'] })).toBe('Ring [phone] after six')
    const american = ['(555) 010-4477', '555-010-4477', '555.010.4477', '+1 555 010 4477', '1-555-010-4477', '5550104477', '010-4477']
    for (const number of american)
      expect(outgoing(`Ring ${number} after six`, { phones: ['+1 (555) 010-4477'] })).toBe('Ring [phone] after six')
  })

  test('take their extension along, and anything may stand between their figures', () => {
    const phones = ['07700 900123 ext 45']
    for (const number of [
      '07700 900123 ext 45',
      '07700900123x45',
      '07700 900123, extension 45',
      '07700900123#45',
      '07700,900,123',
      '07700*900*123',
      '07700…900123',
      '07700:900:123',
      '07700  900    123',
      'O7700 9OO123',
    ])
      expect(outgoing(`Ring ${number} after six`, { phones })).toBe('Ring [phone] after six')
    expect(outgoing('tel:07700900123', { phones })).toBe('tel:[phone]')
  })

  test('are found when a field holds several with words between', () => {
    expectEach({ phones: ['020 7946 0018 / 07700 900456 (mum), 0117 496 0022 ext 12'] }, [
      ['02079460018', '[phone]'],
      ['7946 0018', '[phone]'],
      ['07700 900 456 or 0117 496 0022', '[phone] or [phone]'],
    ])
  })

  test('are found by their shape though nobody knows them', () => {
    expectEach({}, [
      ['new mobile 07700 900999', 'new mobile [phone]'],
      ['on +34 612 345 678 now', 'on [phone] now'],
      ['(212) 555-0147', '[phone]'],
      ['phone 555-0147', 'phone [phone]'],
      ['07700900999/07700900998', '[phone]/[phone]'],
      ['07700900999-07700 900998', '[phone]-[phone]'],
      ['07700900999and', '[phone]and'],
      ['07700.900.999 or 01632/960123', '[phone] or [phone]'],
      ['ring her mum on 960123', 'ring her mum on [phone]'],
      ['91 123 45 67', '[phone]'],
    ])
  })

  test('are told from references, times, dates, sums and emergency numbers', () => {
    for (const text of [
      'A-0153',
      'A-2026-0012',
      'HR-2026-0042',
      '2026-0012-0013',
      'crime 42/12345/26',
      'call 999',
      'ring 101 by 14.03.2026',
      '10:30-11:45 on 14.03.2026',
      '£12,500',
      '24/7 for 28 days',
      'crime ref 05/1234567/26',
      'review 01/02/2026-05/02/2026',
      'call her on Monday between 10:00 and 11:30 for 15 minutes',
      'phone the court before 2026-03-14',
    ])
      expect(outgoing(text, { phones: ['07700 900 123'] })).toBe(text)
  })
})

describe('addresses', () => {
  test('are found by street with or without number, named house and code', () => {
    const known = {
      addresses: [
        'Flat 2, 14 Larkspur St., Harbourton HB1 2CD',
        'Heron Cottage, Mill Ln, Harbourton',
        '742 Evergreen Terrace, Springfield, IL 62704',
      ],
    }
    expectEach(known, [
      ['change locks at 14 Larkspur Street', 'change locks at [address]'],
      ['flat 2, 14a larkspur st', '[address]'],
      ['watch LARKSPUR STREET', 'watch [address]'],
      ['post to hb12cd or HB1 2CD', 'post to [address] or [address]'],
      ['at Heron Cottage', 'at [address]'],
      ['742 Evergreen Ter and 62704', '[address] and [address]'],
      ['Harbourton Police in Springfield', 'Harbourton Police in Springfield'],
    ])
    expectEach({ addresses: ['Calle Nube 14, 2º B, 28013 Villaclara', '14 Larkspur Street Harbourton HB1 2CD'] }, [
      ['vive en la calle Nube, 14', 'vive en la [address]'],
      ['C/ Nube nº 14', '[address]'],
      ['Larkspur Street', '[address]'],
    ])
  })

  test('are found joined, hyphened, shortened, and by the number and the name alone', () => {
    expectEach({ addresses: ['14 Larkspur Street, Harbourton', 'Unit 4, The Old Brewery, Harbourton', '9 Upper Mill Lane'] }, [
      ['14 Larkspur, No. 14, Larkspur', '[address], No. [address]'],
      ['Larkspur-Street and 14LarkspurSt', '[address] and [address]'],
      ['Larkspur\nStreet', '[address]'],
      ['the Old Brewery, old-brewery', 'the [address], [address]'],
      ['Mill Ln', '[address]'],
      ['3 Larkspur seeds', '3 Larkspur seeds'],
    ])
    expectEach({ addresses: ['Apt 3B, 220 W 34th St, New York', '12 St John’s Road'] }, [
      ['220 W 34th St and 220 West 34th Street and 34th st', '[address] and [address] and [address]'],
      ['Saint Johns Rd', '[address]'],
      ['her 1st, 2nd and 3rd visit', 'her 1st, 2nd and 3rd visit'],
    ])
  })

  test('are found by their shape though nobody knows them', () => {
    expectEach({}, [
      ['visit 12-14 High Street', 'visit [address]'],
      ['123 N Main St or 5 34th Street', '[address] or [address]'],
      ['12 oak ave and 2 Mill Cottages', '[address] and [address]'],
      ['51.5074, -0.1278', '[address]'],
      ['K1A 0B1', '[address]'],
      ['visit 12 Oak Avenue', 'visit [address]'],
      ['9 long oak road', '[address]'],
      ['SW1A 1AA', '[address]'],
      ['NY 12345-6789', '[address]'],
      ['OR 01632, but he or 01632 in 10001', '[address], but he or 01632 in 10001'],
      ['PO Box 77', '[address]'],
      ['calle de la Luna 8', '[address]'],
    ])
  })

  test('are told from what only looks like one', () => {
    for (const text of [
      '14 days to find a way',
      '2 officers walk her home',
      '2 Crown Court hearings',
      'room A1 2nd floor',
      'by 14 3pm',
      'review 2 times by way of letter',
    ])
      expect(outgoing(text)).toBe(text)
  })
})

test('e-mail, schools, employers and official numbers are found', () => {
  expectEach({ places: ["St Wilfreda's Primary School", 'Harbourton Primary School', 'Quillfeather Widgets Ltd', 'Zedmart'] }, [
    ['write to m.quill+home@mail.example.org.', 'write to [e-mail].'],
    ['St. Wilfredas primary, st wilfreda’s', '[withheld] primary, [withheld]'],
    ['Harbourton Primary; Harbourton Police', '[withheld]; Harbourton Police'],
    ["Quillfeather Widgets and Zedmart's car park", "[withheld] and [withheld]'s car park"],
    ['AB12 CDE, 123-45-6789', '[withheld], [withheld]'],
    ['ana[at]mail.example.org, ana (at) mail dot org', '[e-mail], [e-mail]'],
    ['ana @ mail . org, ana at mail dot org', '[e-mail], [e-mail]'],
    ['block @moonchild_9 online', 'block [withheld] online'],
    [
      '3 sessions @ 50 minutes; meet @ court. Tell her at court. Dot the list',
      '3 sessions @ 50 minutes; meet @ court. Tell her at court. Dot the list',
    ],
  ])
})

test('overlapping finds become one, named by what says most', () => {
  const known = { names: ['Marisol Larkspur'], addresses: ['14 Larkspur Street, Harbourton'] }
  expect(outgoing('mail marisol.larkspur@example.org at 14 Larkspur Street', known)).toBe('mail [e-mail] at [address]')
})

test('a plan without anybody in it goes out as it is', () => {
  const known = knownOf([
    { name: 'Marisol Quillfeather', dateOfBirth: isoDate('1990-03-04'), address: '14 Larkspur Street', phone: '07700 900123' },
  ])
  const text =
    'Housing: change the locks and send 3 keys to the advocate by 14 March 2026 (A-0153, HR-2026-0042); 2 visits a week for 28 days.'
  expect(outgoing(text, known)).toBe(text)
})
