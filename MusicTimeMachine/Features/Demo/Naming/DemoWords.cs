namespace MusicTimeMachine.Features.Demo.Naming;

/// <summary>English words for bands, songs and albums.</summary>
internal static class DemoWords
{
    /// <summary>Adjectives.</summary>
    public static readonly string[] Adjectives = Split(
        "Amber Borrowed Brass Careful Clockwork Copper Crooked Distant Drowsy Electric Faded Gentle Gilded Hollow Idle Invisible Ivory Late Lesser Lopsided Lunar Marbled Misplaced Nocturnal Northern Obsolete Olive Paper Patient Polite Portable Quiet Reluctant Restless Rusted Saffron Salted Second-Hand Silent Sleepy Spare Sunken Tangled Temporary Tidal Unlikely Velvet Violet Wandering Weathered Wicker Wooden Woollen Half-Lit Low Slow Blue Pale Golden Burning Bitter Honest Frozen Secret Empty Plastic Perfect Ordinary Foreign Silver Crimson Heavy Tender Last Open Broken Hidden Parallel");

    /// <summary>Plurals that bands are named after.</summary>
    public static readonly string[] Bands = Split(
        "Almanacs Archivists Astronomers Beekeepers Bicycles Brigadiers Cartographers Chandeliers Cormorants Custodians Ferrymen Foxgloves Gardeners Gondoliers Harbourmasters Herons Ironmongers Jackdaws Kettles Lamplighters Lighthouses Librarians Magpies Meridians Milkmen Nightjars Otters Pamphlets Parasols Postcards Quartermasters Radiators Receptionists Semaphores Stowaways Telegrams Thimbles Turnstiles Umbrellas Understudies Ventriloquists Weathermen Windmills Yachtsmen Escalators Glaziers Haberdashers Lodgers Moth_Collectors Piano_Movers Sleepwalking_Aunts Tollkeepers Upholsterers Watchmakers Tram_Conductors Bellringers Cloakrooms Dentists Geologists");

    /// <summary>Nouns that bands of two words are named after.</summary>
    public static readonly string[] Emblems = Split(
        "Abbey Antler Aqueduct Bakery Barometer Canal Chapel Cinder Clover Cobalt Comet Cutlery Dovecote Engine Fathom Ferry Foxhole Gazette Granite Hangar Heron Hydra Juniper Kiosk Lagoon Larkspur Linden Magpie Mosaic Nettle Orchard Pavilion Pelican Plaster Pollen Quarry Quartz Rhubarb Saddle Sextant Sparrow Spire Tannery Terrace Thicket Trellis Turbine Vault Vesper Viaduct Walnut Willow Yarrow Zephyr");

    /// <summary>Nouns for titles.</summary>
    public static readonly string[] Nouns = Split(
        "Airport Algebra Anchor Apricot Arcade Atlas Avenue Balcony Ballroom Bell Boat Bonfire Bridge Calendar Candle Canyon Carousel Cathedral Cinema Coastline Coat Comet Compass Courtyard Curtain Dial_Tone Diary Doorway Driveway Dust Echo Elevator Ember Envelope Escalator Estuary Ferry Fever Film Fire_Escape Firefly Flood Footpath Fountain Frost Garden Ghost Glacier Glasshouse Gravel Greenhouse Guesthouse Hallway Harbour Headlight Highway Holiday Honey Horizon Hotel Hourglass Inkwell Island Ivy Jukebox Kitchen Lagoon Lantern Laundry Letter Lighthouse Lullaby Magnet Map Meadow Mercury Midsummer Mirror Monsoon Motel Museum Neon Nightfall Notebook Ocean Orchard Overpass Parade Parking_Lot Passport Pavement Piano Pier Planetarium Platform Porch Postcard Quarry Radio Railway Rain Receipt Reservoir Ribbon River Rooftop Salt Satellite Season Shadow Shoreline Signal Skyline Smoke Snow Souvenir Staircase Static Station Streetlight Suburb Swimming_Pool Telephone Thunder Tide Timetable Tram Tunnel Typewriter Umbrella Undertow Valley Veranda Voicemail Volcano Wallpaper Waterfall Weather Window Winter Wire Yearbook Carpet Chorus Sugar Paradise Machine Heart Hands Summer Morning Moon Sun Fire Light Water Stone Dream Dance");

    /// <summary>Plurals for titles.</summary>
    public static readonly string[] Plurals = Split(
        "Swallows Strangers Photographs Suitcases Sparks Satellites Rivers Ghosts Horses Oranges Mondays Mirrors Matches Maps Lions Lanterns Keys Islands Hours Halos Gloves Fireworks Ferries Engines Elevators Diamonds Cousins Comets Clouds Cinemas Chairs Candles Bridges Bells Balconies Astronauts Apples Airports Windows Whales Weekends Wolves Tides Telephones Stations Snowflakes Sirens Shadows Secrets Seasons");

    /// <summary>Verbs that take an object, each with its -ing form.</summary>
    public static readonly (string Base, string Ing)[] Verbs =
    [
        ("Burn", "Burning"), ("Borrow", "Borrowing"), ("Build", "Building"), ("Carry", "Carrying"), ("Catch", "Catching"), ("Chase", "Chasing"),
        ("Circle", "Circling"), ("Climb", "Climbing"), ("Close", "Closing"), ("Count", "Counting"), ("Cross", "Crossing"), ("Draw", "Drawing"),
        ("Feed", "Feeding"), ("Find", "Finding"), ("Follow", "Following"), ("Forgive", "Forgiving"), ("Haunt", "Haunting"), ("Hold", "Holding"),
        ("Keep", "Keeping"), ("Leave", "Leaving"), ("Lose", "Losing"), ("Mend", "Mending"), ("Outrun", "Outrunning"), ("Paint", "Painting"),
        ("Remember", "Remembering"), ("Rewind", "Rewinding"), ("Sell", "Selling"), ("Sweep", "Sweeping"), ("Trade", "Trading"), ("Unfold", "Unfolding"),
        ("Wake", "Waking"), ("Watch", "Watching"), ("Water", "Watering"), ("Steal", "Stealing"),
    ];

    /// <summary>Whole titles, and what can follow "Let's" and "Don't".</summary>
    public static readonly string[] Phrases =
        ("Leave the Light On|Fold the Map|Count the Stairs|Miss the Last Train|Paint the Kitchen Blue|Carry the Weather|Learn to Swim|Turn the Record Over|Wait for the Rain|Forget the Password|"
        + "Sleep Through August|Stay Until the Credits|Dance Like the Neighbours|Drive Past the Sea|Hold the Lift|Keep the Change|Take the Stairs|Sell the Piano|Name the Storm|Open All the Windows|"
        + "Go Home Slowly|Pretend It’s Summer|Blame the Moon|Start Over on Monday|Walk Back Through the Snow|Call It a Night|Feed the Ghost|Talk to the Plants|Run for the Ferry|Rob the Gift Shop|"
        + "Borrow a Boat|Ask the Lighthouse|Answer in French|Bring Your Own Thunder|Break Into the Planetarium|Wear It Anyway|Take the Long Way Down|Write Back Soon|Leave by the Garden|Cut the Brakes|Hum Along|"
        + "Stop the Carousel|Sing to the Fridge|Count Backwards from August|Swim in Your Coat|Believe the Brochure|Trust the Ferryman|Draw Me a Staircase|Kiss Like It’s Raining|Marry the Weather|Move to the Sea|"
        + "Phone in Sick|Follow the Tram Lines|Bury the Tapes|Lie to the Moon|Wake Up in Elmshore|Dress for the Flood|Catch Up with Your Shadow|Blow Out the Sun|Keep a Room for Winter|Say It Slower|Begin with the Ending|"
        + "Drink the Harbour|Spend It All on Flowers|Whistle Past the Museum|Save the Last Orange|Fall Up the Stairs|Tell It to the Tide|Meet Me Under the Clock|Leave Before the Chorus").Split('|');

    /// <summary>Times of the day, the week and the year.</summary>
    public static readonly string[] Times =
        ("Tuesday|Sunday|Friday Night|Midnight|Two A.M.|August|November|Half Past Nine|Daylight|Late June|Wednesday|Winter|Boxing Day|The Long Weekend|Leap Year|Monday|Dawn|4:45|Afternoon|April").Split('|');

    /// <summary>Invented places.</summary>
    public static readonly string[] Places =
        ("Port Merrow|Larkhaven|Saint Odile|Ottermouth|Vesper Bay|Little Marrow|Cinder Hill|Halvorsund|Montreval|Brackwater|Ninth Street|Pelham Sands|Upper Quill|Dovecote Road|Isla Marfil|Kestrel Point|Lower Fathom|Tollgate Lane|Nova Lisbeth|Santa Brisa|Wickstead|Old Harrow Pier|Elmshore|Juniper Flats").Split('|');

    /// <summary>Halls with an audience.</summary>
    public static readonly string[] Halls =
        ("Live at the Larkhaven Odeon|Live in Port Merrow|Live at Saint Odile|Live from the Glasshouse|Live at Cinder Hill|Live at the Old Tram Depot|Live in Halvorsund|Live on Radio Meridian").Split('|');

    /// <summary>The noun with its indefinite article.</summary>
    public static string WithArticle(string noun, bool lower = false)
    {
        var isVowel = "AEIOU".Contains(noun[0], StringComparison.Ordinal) || noun.StartsWith("Hour", StringComparison.Ordinal);
        return (lower ? "a" : "A") + (isVowel ? "n " : " ") + noun;
    }

    private static string[] Split(string words) => Array.ConvertAll(words.Split(' '), word => word.Replace('_', ' '));
}
