/** First names and the forms by which people who have them are called: English and Spanish. One line a name; a form may stand for several. */
const GROUPS = `
abigail abi abby gail
adelaide adele addie
alberto albert al bert bertie berto beto
alejandro alexander alex alec al sandy xander ale jandro
alejandra alexandra alex sandra sandy lexi ale
alfred alfredo alf alfie fred freddie
alison ali allie
amanda mandy
ana anna ann anne annie nan anita hannah
andres andrew andy drew
angela angie angelica
anthony tony ant antonio toni tono
antonia toni tonia
arthur arturo art artie
barbara barb barbie babs
beatrice beatriz bea bee trixie
benjamin ben benny benji benjamin
bernard bernardo bernie
bridget biddy bridie
carlos charles charlie chuck chas carlitos
caroline carolina carrie caro carol
catherine katherine kathryn catalina kate katie kathy cathy kat kitty cat kay
charlotte lottie charlie lotte carlota
christina cristina christine chris tina chrissie cris
christopher chris kit topher cristobal kris
concepcion concha conchita
consuelo chelo
cynthia cindy
daniel dan danny dani
daniela danielle dani
david dave davy davey
deborah deb debbie debra
dolores lola loli
dominic dom nick
donald don donnie
dorothy dot dottie dolly dorotea
douglas doug
edward eddie ed ted teddy ned eduardo edu lalo
eleanor ellie nell nora leonor elena helen lena
elizabeth liz lizzie beth betty eliza elsie libby bess isabel isabella isa bella izzy isabela
emily em emilia emmy
encarnacion encarna
enrique henry harry hank quique kike
ernest ernesto ernie
esperanza espe
esther ester hettie
eugene gene eugenio
florence flo florrie flora
frances fran frankie francisca paca paqui
francis francisco frank frankie fran paco pancho curro kiko
frederick fred freddie freddy federico fede
gabriel gabe gabi
gabriela gabrielle gabi gaby
geoffrey jeffrey geoff jeff
george jorge georgie
gerald gerardo gerry jerry
gertrude trudy gert
gillian jill gill
grace graciela chela
gregory greg gregorio goyo
guadalupe lupe lupita
guillermo william bill billy will willy liam guille memo
harold harry hal
harriet hattie
ignacio nacho
immaculada inmaculada inma
isaac ike zac
jacob jake
jacqueline jackie
james jim jimmy jamie jaime jem
jane janet janie juana juanita
janice jan
jennifer jen jenny
jeremy jerry jez
jesus chus chuy
jessica jess jessie
joan joanie juana
joanna joanne jo
john johnny jon jack juan juanito ian
jonathan jon jonny nathan
joseph joe joey jose pepe pepito chepe
josefa josephine jo josie pepa fina
josefina josephine fina
joshua josh
joyce joy
judith judy judi
julian jules
julia julie jules
kenneth ken kenny
kevin kev
kimberly kim
laurence lawrence larry laurie lorenzo
leonard leo len lenny leonardo
leslie les
lillian lily lil
louis luis lewis lou louie lucho
louise luisa lou
lucy lucia lu luce
lydia lidia
magdalena magda lena
manuel manny manolo manu
manuela manoli
marcus marc mark marcos
margaret maggie meg peggy marge margie greta margarita rita daisy
maria mary marie mia mimi molly polly mari maruja
maria marimar
martha marta mattie
martin marty
matilda tilly mattie
matthew matt mateo matty
maximilian max maximo
melanie mel
melissa mel lissa
mercedes merche
michael mike mick micky mickey miguel mikey
michelle shelly
mildred millie
miriam mim
mohammed muhammad mohamed mohammad mo muhammed
montserrat montse
natalie nat natalia
nathaniel nathan nate nat
nicholas nicolas nick nicky nico
nicola nicole nicky nikki
oliver olly ollie
olivia liv livvy
pamela pam
patricia pat patty patsy trish tricia
patrick pat paddy patricio
paul pablo
peter pete pedro perico
philip phillip phil pip felipe
phyllis phyl
pilar pili
rachel raquel rach
ramon raymond ray moncho
rafael raphael rafa rafe
rebecca becky becca beck
richard dick rick ricky rich richie ricardo
robert bob bobby rob robbie roberto bert tito
roderick rod
ronald ron ronnie
rosario charo
rosa rose rosie
roxanne roxy
samantha sam sammy
samuel sam sammy
sarah sally sadie sara
salvador salva chava
santiago santi james
sebastian seb seba
sharon shaz
sidney sid
simon sime
sofia sophia sophie sofi
soledad sole
stephen steven steve stevie esteban
stephanie steph estefania
stuart stu
susan sue susie suzy susana susanna
sylvia silvia
teresa theresa terry tess tere
terence terry
theodore ted theo teddy teodoro
thomas tom tommy tomas
timothy tim timmy timoteo
valerie val valeria
vanessa ness
veronica ronnie vero
vicente vincent vince vinny
victor vic
victoria vicky vicki tori
vivian viv viviana
walter wally walt
winifred winnie
yolanda yoli
zachary zac zach zak
`

const lines = GROUPS.trim()
  .split('\n')
  .map((line) => line.split(' '))

const groupsOf = new Map<string, Set<number>>()
for (const [index, line] of lines.entries())
  for (const name of line) {
    const groups = groupsOf.get(name) ?? new Set()
    groups.add(index)
    groupsOf.set(name, groups)
  }

/** The numbers of the groups of a first name's key; empty for a name that no group has. */
export function shortFormGroups(name: string): ReadonlySet<number> {
  return groupsOf.get(name) ?? new Set()
}

/** True where one first name is a form of the other, or both are forms of one. */
export function isShortForm(one: string, other: string): boolean {
  const groups = groupsOf.get(one)
  const others = groupsOf.get(other)
  return groups !== undefined && others !== undefined && [...groups].some((group) => others.has(group))
}

/** All names of the groups that a name is in, itself among them. */
export function formsOf(name: string): readonly string[] {
  return [...new Set([name, ...[...shortFormGroups(name)].flatMap((group) => lines[group] ?? [])])]
}

/** True for a first name that the list has. */
export function isKnownName(name: string): boolean {
  return groupsOf.has(name)
}
