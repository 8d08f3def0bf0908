namespace MusicTimeMachine.Features.Demo.Naming;

/// <summary>The cultures that artists come from.</summary>
internal static class DemoCultures
{
    /// <summary>All of them.</summary>
    public static readonly DemoCulture[] All =
    [
        new(
            "en",
            "Ottilie Wren Barnaby Cressida Ellis Juniper Lowell Marigold Nell Osbert Percival Rowena Silas Tamsin Thaddeus Una Winifred Alba Corwin Delphine Emrys Fenella Gideon Hester Ambrose Isolde Jago Kerensa Lorcan Merrin Odette Phineas Quill Rosalind Saoirse Tobias Verity Wilhelmina Ezekiel Clementine Mabel Arthur Edith Rufus Harriet Leonard Imogen Felix Agnes Hugh Josie Maeve Dermot Niamh Alasdair Morag Gwen Rhys Cordelia Barney Lettice Ivor Pearl Hamish Beatrix Ned Sorrel Magnus Flora Jasper",
            "Ash Bram Calder Dun Ember Fen Grey Hal Ink Larch Mar Nettle Oak Pem Raven Sedge Thistle Wether Yar Hollin",
            "bourne combe croft dale field ham low mere more shaw stead wick worth ley gate by"),
        new(
            "us",
            "Loretta Desmond Cora Vernon Della Calvin Nadine Otha Lucille Marvelle Roscoe Josephine Clyde Ernestine Delroy Althea Winston Marcia Elroy Odessa Percy Bernice Cornell Delilah Moses Renata Tyrell Imani Jamal Keisha Darnell Zora Malachi Simone Ruben Esperanza Dallas Ida Hank Tammy",
            "Brand Cald Whit Mill Land Stan Hart Pres Win Rad Mor Holl Ever Gra Bux Tem Lark Shel Cole Dray",
            "away bridge well ridge mont burn by ston wood more ley ton"),
        new(
            "de",
            "Annelie Balduin Carlotta Detlev Elfriede Fridolin Gesine Hartmut Ilsabe Jörn Käthe Lüder Mechthild Rüdiger Sönke Tjark Ulrike Wiebke Änne Volkmar Roswitha Götz",
            "Ahorn Birken Dachs Eichel Finken Grün Hasel Mühl Nebel Rüben Schön Silber Tannen Weiß Wolken Kirsch Möwen",
            "bach berg brink feld hagen hof kamp thal wald wirth stein bräu",
            DemoLanguages.German),
        new(
            "fr",
            "Apolline Bérénice Céleste Désiré Eugénie Firmin Gaëlle Hélène Isidore Joséphine Léopold Maëlle Noémie Océane Philémon Solène Théophile Zélie Anaïs Côme",
            "Aubépin Bellerive Chanteloup Clairvent Dorémieux Fontanelle Grandclos Hautecroix Jolibois Malvoisin Montrésor Passereau Quatrevent Rochebrune Sauvelle Tournelune Valcourt de_l’Étang Beauséjour Châtaignier",
            DemoLanguages.French),
        new(
            "es",
            "Anselma Baltasar Candelaria Dagoberto Eulalia Fermín Graciela Hipólito Inés Joaquín Leocadia Macarena Nicanor Paloma Rómulo Soledad Tomás Úrsula Ximena Íñigo",
            "Arrayán Brisamar Carrizal Duendemar Fontanar Granadal Jarales Lunaverde Marismas Naranjales Peñablanca Robledal Salinares Tejares Umbrales Zarzaleja Montenube Ríoseco Campoañejo",
            DemoLanguages.Spanish),
        new(
            "pt",
            "Aurélio Benedita Conceição Dirceu Eunice Flávio Iracema Jurandir Lindalva Moacir Nazaré Otacílio Raimunda Severino Zuleide Antônia Leôncio",
            "do_Cajueiro Jacarandá Maresia Beija-Flor Pitangueira Mangabeira Sabiá Araçá Capivari Jequitibá Vagalume da_Maré Ipê-Roxo Quaresmeira Andorinha",
            DemoLanguages.Portuguese),
        new(
            "it",
            "Ambrogio Benedetta Cosimo Donatella Ersilia Fiammetta Gaspare Ippolita Livia Manlio Nicoletta Orsola Pasquale Romilda Tancredi Zelinda",
            "Belvento Campolungo Dolcemare Fioravalle Granofino Malaspiga Montesole Passerotti Querceto Rivachiara Sottomonte Tramontino Ventimara Acquaverde Lucesanta",
            DemoLanguages.Italian),
        new(
            "sv",
            "Åse Bjørn Dagny Gudrun Ingvild Kjersti Målfrid Øyvind Torbjörn Ylva Håkon Solveig Märta Göran Brynhild Östen Ragnhild Sigbjørn Tordis Åke",
            "Ask Bjørke Dal Elv Fjell Hav Kråke Lyng Måne Nord Røyke Skog Snø Ulve Björk Älv Vinter",
            "bakken berg fjord gård heim holm lund mo nes sund vik strand",
            DemoLanguages.Swedish),
        new(
            "is",
            "Eydís Gunnvör Hjördís Jökull Ragnheiður Sölvi Þórunn Ævar Ásdís Böðvar Guðný Hrafnkell Sæunn Úlfhildur Þorgrímur",
            "Blævarsson Eldsdóttir Fannarsson Heiðlindardóttir Hrafnsteinsson Mánadóttir Norðfjörð Skýjadóttir Sólbjartsson Vetrarliði Þokudóttir Öldudóttir"),
        new(
            "pl",
            "Bożena Dobrosława Grażyna Jarosław Kazimiera Ludomir Mścisław Otylia Przemysława Radzimir Wacław Zdzisława Bohumil Květa Řehoř Šárka Vlasta Żelisława",
            "Brzózka Czapla Dzięcioł Grzegżółka Jarząbek Kłosek Łopian Mgiełka Rzepa Sójka Świerszcz Zięba Żurawina Havránek Slunéčko Jeřábek Wróbelek Ćma",
            DemoLanguages.Polish),
        new(
            "tr",
            "Asuman Bülent Cevriye Doğukan Efsun Feridun Hüsnü İlkay Kâmran Nilüfer Özgür Perihan Şirin Ümran Yıldıray",
            "Akçaağaç Beyazdağ Çınarlı Demirkuş Erguvan Gölgeli Ihlamur Kırlangıç Martıoğlu Pınarbaşı Rüzgâr Sarıyaprak Üzümcü Yağmurlu",
            DemoLanguages.Turkish),
        new(
            "wa",
            "Adébáyọ̀ Awa Bintou Cheikhna Djénéba Efua Folásadé Ibrahima Kwabena Mariétou Olúwáfẹ́mi Ousseynou Sékouba Tènin Yaa Abdoulaye Kofi Aminata",
            "Adékúnbí Bagayala Dembasso Fannikoro Gueyemba Kanoutala Ogunbàre Sissokoya Tounkaré Osei-Amankra Boatengwa Yeboala Zakaryouna Diakhoumba Kélétimba"),
        new(
            "in",
            "Aravind Chandrika Devaki Ishani Jayantha Kamalini Lakshman Meenakshi Padmini Raghunath Sarojini Tarun Vasundhara",
            "Chakradhar Devanathan Kalyanpuri Mayurakshi Neelakantan Rajpriya Sundareswar Vanamali Chandrodaya Meghwarna"),
        new("ja", "透子 伊織 千歳 七海 蓮太郎 律 詩織 小夜 湊 楓 みのり 灯里 航 すみれ", "月代 霧谷 星宮 白谷 水越 風早 雪野 朝霧 夕凪 汐見 雨森 鳥居坂", DemoLanguages.Japanese, familyFirst: true),
        new("jl", "Hatsue Itsuki Minori Natsuo Ryūnosuke Shiori Tōko Yūgen Akari Sōsuke Chitose Kaoru", "Tsukishiro Kiritani Hoshimiya Shirotani Mizukoshi Kazehaya Yukino Amamori Shiomi Asagiri Yūnagi Toriizaka"),
        new("ru", "Агния Варлам Глафира Демьян Евлампия Зосима Игнат Лукерья Пелагея Северин Устинья Архип", "Журавленко Соловейко Яблочко Сизых Туманных Зимородко Полынных Ветренко Снегиренко Дальних", DemoLanguages.Russian),
        new("ko", "여울 새벽 가람 이슬 노을 보라 한별 단비 은하 소담", "한 윤 서 문 강 백 도 하 차 민", DemoLanguages.Korean, familyFirst: true),
        new("el", "Ευτέρπη Καλλιόπη Ουρανία Φωτεινή Ασπασία Μυρσίνη", "Θαλασσινού Ανεμώνη Λιβαδίτη Γαλάνη-Βροχή Φεγγαράκη Καραβάκη", DemoLanguages.Greek),
    ];

    /// <summary>The culture with this key.</summary>
    public static DemoCulture Find(string key) => Array.Find(All, culture => culture.Key == key) ?? All[0];
}
