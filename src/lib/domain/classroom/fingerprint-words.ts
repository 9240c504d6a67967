/** 256 short plain words that tell one class's key from another's; their order is part of the format. */
export const FINGERPRINT_WORDS =
	`acorn alarm amber anchor ankle apple apron arrow artist autumn badge baker balloon banana
	barn basket beach beard bench bicycle bird blanket blossom blue boat bottle branch bread
	brick bridge broom brush bubble bucket button cabin cactus camel candle canoe captain
	carpet carrot castle cellar chalk cherry chicken chimney circle clay clever cliff clock
	cloud clover coat cocoa coffee comb copper coral cotton cradle crane crown cup curtain
	cushion daisy dance desert desk dinner doctor dolphin donkey door dragon drum duck eagle
	earth elbow elephant engine envelope falcon farmer feather fence fiddle field finger fish
	flag flute forest fossil fountain fox frog fruit garden garlic gentle ginger giraffe glass
	glove goat golden goose grape green guitar hammer harbour hat hazel hedge helmet honey
	hotel hunter iceberg igloo insect island jacket jelly jewel jungle kettle kitchen kite
	kitten ladder lake lamp lantern lemon leopard letter library lion lizard lobster magnet
	maple marble market meadow melon metal milk mirror monday monkey morning mountain mushroom
	music napkin narrow needle nest ninety north nutmeg oak ocean olive onion orange orchid
	otter oven owl paddle palace panda paper parrot pebble pencil penguin pepper piano picnic
	pillow pilot pink planet plum pocket pony potato pumpkin puppet purple quarter quiet
	rabbit radio rainbow raven ribbon ring river robin rocket rope rubber saddle salad salmon
	sand saturn scarf school shadow shell silver sister sock spider spoon square squirrel
	stone summer sunday swan table tailor teapot thunder ticket tiger tomato tower tractor
	tulip tunnel turtle umbrella valley velvet violin walnut whistle window winter yellow
	zebra`.split(/\s+/);
