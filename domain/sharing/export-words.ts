/** 1,024 short everyday words, chosen to be told apart by ear on a bad line: nothing unkind, no names, no plurals, no words that sound alike. */
export const exportWords: readonly string[] = `
acorn actor adapt admit adult agent agree album alert algae alley allow alloy almond amber amuse anchor angle ankle annex answer antler
anvil apple apron arctic arena aroma arrow artist aspen atlas atom attic autumn avenue awake award axle bacon badge bagel baker balcony
ballet bamboo banana banjo banner barber barley barn barrel basil basin basket batch baton beacon beaver begin behave belong bench bicycle
birch biscuit bishop bison blanket blazer blend blink block blossom blush bobbin bonfire bonnet border borrow bottle bottom boulder bounce
branch brave breeze brick bridge brief bright bring brisk broad broccoli bronze brook broom brush bubble bucket buckle budget buffalo bugle
bulb bumper bundle bunny burger bus butler butter button cabbage cabin cable cactus calm camel camera campus canal candle candy canoe canvas
canyon captain caramel carbon cardigan cargo carpet carrot carton castle casual cattle cavern cedar celery cello cement chalk champion
chapter charm cheese cherry chess chicken chimney chin chisel chorus cider cinema cinnamon circus citrus city civic clamp clarinet clay
clever cliff climb clock closet cloth cloud clover clown coach cobra cocoa coconut coffee collar comet comic common compass copper corner
cosmic costume cotton cougar country cover cowboy coyote cradle craft crane crater crayon cream credit cricket crimson crisp crouton crown
crumb crystal cube cucumber cupcake curious curtain curve cushion custom cycle daisy dance dapple daring dawn decade decide deck deluxe
denim dentist desk detail diagram diamond diary diesel dinner disco dish display doctor dolphin domino donkey dozen dragon drama drawer
dream dress drift drink drum dune dusk duty dwell eager eagle early earth easel echo eclipse edit effort eight elbow elder elegant elephant
eleven elk elm ember emerald empty endless energy engine enjoy enter entry envelope equal errand estate evening exact example expert explain
extra eyebrow fabric factory falcon famous farmer fashion faucet feather fennel fern festival fiddle field fifty figure filter final finger
finish first fiscal flag flame flannel flight flint floor flora flute focus fog folder follow footage forest forget fork formal fortune
fossil fountain fox fragile frame freckle fresh friend fringe frog frost fruit fudge funnel future galaxy gallon garage garden garlic garnet
gather gazelle gecko gentle geyser giant ginger giraffe glacier glad glass glider globe glove glow goblet golden golf goose gospel grain
grand granite grape graph grass gravel green grocer groove group guava guest guide guitar gumdrop habit haddock hammer hammock hamster
handle happy harvest hatch hazel hedge helmet helper herald hermit heron hexagon hickory hiking hobby hockey hollow honest honey hopper
horizon hornet hotel hover humble hundred hurdle husky hybrid icicle icon idea igloo image impact inch index indigo inkwell insect inside
island ivory jacket jaguar jam jasmine jelly jersey jewel jigsaw jingle jogger join joker journal juggle juice jumbo jumper jungle junior
kayak kennel ketchup kettle keyboard kidney kilo kind kingdom kitchen kite kitten kiwi koala label ladder ladle lagoon lamp lantern laptop
large laser latch laugh launch laundry lavender lawn layer leaf leather lecture ledge legend lemon lentil letter lever library lichen lilac
limber limit linen lion liquid lizard lobby lobster local locket lodge logic lotus lounge loyal lucky lunar lunch lyric magnet magpie
mailbox major mallet mammal mango maple marble margin market marsh mascot master meadow melody melon member memory mentor menu merit method
metro middle midnight million mimic mineral minute mirror mitten mixture mobile model modern modest module moment monkey month moral mosaic
motor mountain movie muffin mural museum music mustard mystery napkin narrow nation nature navy nectar needle nest network neutral nickel
nimble noble nomad noodle normal north notebook novel nugget number nutmeg nylon oasis oats oblong ocean octagon octopus office olive omelet
onion opal open opera option orange orbit orchard orchid organ origin osprey otter outfit outside oval oven owner oxygen oyster pacific
package paddle pagoda palace palm pancake panda panel panther paper parade parcel park parrot party passage pasta pastry patch patio pattern
peanut pebble pecan pelican pencil penguin pepper perfect period petal photo phrase piano pickle picnic pigeon pilgrim pillow pilot pine
pink pioneer pirate pixel planet plaza pliers plural pocket poem polar polite pollen pond pony popcorn poppy porch portal possum postcard
potato pottery poultry powder prairie present pretzel primary print prism problem product program project promise prompt proper proud
publish puddle pulley pulp pumpkin pupil puppet puppy purple puzzle pyramid quality quarry quick quiet quilt quiver quote rabbit raccoon
radar radish raft rainbow ramp ranch random rapid raven reason rebel record reef regular relay remind remote repair reptile rescue result
retail review rhubarb rhythm ribbon rider ripple risotto river robin robot rocket rodeo romance rooster rotor round rover rubber rudder rug
runner rustic saddle safari saffron salad salmon salute sample sandal sapling sapphire sardine satin saturn saucer sauna savanna scallop
scarf science scooter scout screen script sculptor season second secret seltzer senior sequel seven shadow shallow shampoo shelf sherbet
shield shiny ship shoulder shovel shrimp shuttle sierra signal silk silver simple singer siren sixty sketch skillet skirt sled sleeve slice
slipper slogan smart smile smooth snack snow soap soccer social soda sofa soft solar soldier solid sonnet sorbet soup south spaniel spark
spatula special sphere spider spinach spiral spoon sport spray spring sprout square squid squirrel stable stadium stamp stanza star station
statue steam stencil stereo sticker stirrup stone stormy story stove straw street string studio sturdy subject suburb sugar suitcase summer
sunny sunset supper surf surprise swan sweater swift swing syrup system table tablet talent tango tape target tartan taxi teacher teapot
temple tempo tennis tenor terrace theory thicket thimble thirty thistle thunder ticket tiger timber tiny toast tomato topaz topic torch
tortoise total toucan towel tractor traffic trail train transit travel treasure tree trellis tribute trophy trout trumpet tulip tundra
tunnel turbine turkey turnip turtle tutor tuxedo twelve twenty twig twist ukulele umbrella uniform union upper urban useful utensil vacant
valley valve vanilla vault velvet vendor venture verb version vessel viaduct victory video village vintage vinyl violet violin visitor vital
vivid vocal volcano volume voyage waffle wagon walnut walrus warm water wealth weasel weekend welcome whisk whisper whistle widget willow
window winter wisdom wizard wombat wonder wooden woodland world yellow yodel yogurt yoyo zebra zigzag zipper zodiac zucchini
`
  .trim()
  .split(/\s+/)
