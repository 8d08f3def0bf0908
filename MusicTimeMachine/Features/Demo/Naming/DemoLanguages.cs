namespace MusicTimeMachine.Features.Demo.Naming;

/// <summary>The languages beside English that titles and bands are named in.</summary>
internal static class DemoLanguages
{
    /// <summary>German; masculine nouns without an article.</summary>
    public static readonly DemoLanguage German = new(
        "blauer |letzter |leiser |halber |müder |fremder |goldener |später |schöner |kleiner ",
        "Morgen|Zug|Regen|Sommer|Abend|Hafen|Garten|Nebel|Schnee|Mond|Umweg|Bahnhof|Sonntag|Wind|Kaffee|Fluss",
        " am Fenster| im Oktober| ohne Gepäck| hinter dem Haus| nach Mitternacht| für zwei| auf Gleis sieben| unter der Brücke| aus Papier| im Kopf",
        "Wir sehen uns in Bielefelde|Kein Empfang|Mach das Licht an|Übermorgen|Irgendwo bei Kassel|Was bleibt|Zwischen den Jahren|Ich hab den Schlüssel verlegt|Fernsehturm|Gute Nacht, Treppenhaus");

    /// <summary>French; masculine nouns.</summary>
    public static readonly DemoLanguage French = new(
        "petit |dernier |grand |premier |vieux |nouveau |long |vrai ",
        "matin|bateau|jardin|voyage|dimanche|café|rideau|secret|train|refrain|quai|parapluie|village|silence|vertige",
        " sous la pluie| en papier| au bord de l’eau| sans retour| à demi-voix| du mois d’août| après minuit| pour deux| bleu nuit| qui penche",
        "Où va la nuit|Tu m’attendais|On verra demain|La mer à boire|Rien ne presse|Je n’ai pas sommeil|Les toits de Montreval|Ça ira|Trois fois rien|Et pourtant la neige");

    /// <summary>Spanish; masculine nouns.</summary>
    public static readonly DemoLanguage Spanish = new(
        "último |viejo |largo |primer |pequeño |dulce |lento |mismo ",
        "verano|tren|camino|jardín|domingo|puerto|baile|fuego|sueño|río|balcón|pueblo|corazón|barco|mercado",
        " en la azotea| de medianoche| sin prisa| del sur| para Lucía| bajo la lluvia| de papel| con limón| que no vuelve| a la deriva",
        "¿Quién llama?|Dame tu abrigo|Mañana te cuento|La vecina del quinto|¡Que llueva!|No me esperes|Sal y canela|Todo al revés|Allá en la loma|Cumbia del cartero");

    /// <summary>Brazilian Portuguese; masculine nouns.</summary>
    public static readonly DemoLanguage Portuguese = new(
        "velho |doce |último |pequeno |lento |novo |manso |triste ",
        "mar|verão|barquinho|jardim|domingo|violão|samba|caminho|vento|luar|quintal|bonde|sonho|cajueiro",
        " na varanda| de março| sem pressa| da madrugada| para Marina| de papel| ao longe| na contramão| em dó maior| que ficou",
        "Saudade de ninguém|Chuva no Catumbizinho|Me espera na ladeira|Outra vez o mar|Bem devagar|Café com açúcar|Deixa estar|Três da tarde|Coração de lata|Ninguém me avisou");

    /// <summary>Italian; masculine nouns.</summary>
    public static readonly DemoLanguage Italian = new(
        "ultimo |piccolo |vecchio |lungo |dolce |primo |nuovo |lento ",
        "treno|mattino|giardino|viaggio|cinema|mare|balcone|ritorno|inverno|temporale|caffè|palazzo|ballo|segreto",
        " di carta| a Ferragosto| senza fine| sotto la pioggia| per due| di provincia| dopo cena| in bianco e nero| che verrà| di Marzia",
        "Dimmi quando piove|Nessuno in spiaggia|Lascia la luce accesa|Domani è lunedì|Perché no?|La signora del terzo piano|Va tutto così|Sale e pepe|Due biglietti|Torno subito");

    /// <summary>Swedish; nouns of the common gender.</summary>
    public static readonly DemoLanguage Swedish = new(
        "tyst |blå |sista |lång |vit |gammal |liten |stilla ",
        "vinter|morgon|båt|sommar|skog|natt|hamn|sång|väg|stjärna|brygga|trädgård|måne|vind",
        " i november| vid vattnet| utan namn| över fjorden| på väg hem| under isen| av papper| till Märta| norr om allt| i motljus",
        "Du glömde din jacka|Var är alla?|Färjan går klockan sju|Nästan hemma|Snö på taket|Vi ses i Ljusebo|Så långt ögat når|Ingenting brådskar|Älgarna vet|God natt, Skärholma");

    /// <summary>Polish; masculine nouns.</summary>
    public static readonly DemoLanguage Polish = new(
        "cichy |ostatni |biały |stary |mały |długi |zimny |senny ",
        "pociąg|ogród|deszcz|księżyc|wieczór|peron|las|śnieg|dom|tramwaj|wiatr|most|cień|list",
        " w listopadzie| za oknem| bez adresu| nad rzeką| po północy| z papieru| dla Heleny| pod prąd| na poddaszu| w połowie drogi",
        "Gdzie jest mój szalik|Jeszcze chwila|Żółte światło|Nikt nie dzwoni|Wrócę w środę|Trzy gołębie|Śpij, miasto|Źle słychać|Łódka|Świt");

    /// <summary>Turkish.</summary>
    public static readonly DemoLanguage Turkish = new(
        "son |eski |sessiz |mavi |uzun |küçük |yorgun |gümüş ",
        "yağmur|vapur|bahçe|gece|yol|sokak|rüya|deniz|şehir|mektup|rüzgâr|pencere",
        " ve ben| gibi| üstüne| biterken| şarkısı| kokusu| zamanı| uykuda",
        "Gel de uyu|Çay soğudu|Yarın erken|İğde ağacı|Kimse bilmez|Şemsiyem kayıp|Üç durak sonra|Güneşe karşı|Öyle bir akşam|Iskaladım");

    /// <summary>Russian; masculine nouns.</summary>
    public static readonly DemoLanguage Russian = new(
        "тихий |бумажный |последний |северный |синий |старый |сонный |дальний ",
        "маяк|поезд|трамвай|сад|дождь|снег|город|вечер|фонарь|вокзал|океан|телефон|апрель|спутник",
        " без адреса| под окном| на двоих| в тумане| до востребования| за рекой| после полуночи| из бумаги",
        "Не забудь ключи|Завтра среда|Ничего не слышно|Ещё пять минут|Где мой зонт?|Всё не так|Сон на верхней полке|Позвони с вокзала|Тёплый подъезд|Северный склон");

    /// <summary>Greek; neuter nouns.</summary>
    public static readonly DemoLanguage Greek = new(
        "χάρτινο |μικρό |παλιό |τελευταίο |γαλάζιο |ήσυχο ",
        "καράβι|τραίνο|καλοκαίρι|λιμάνι|φεγγάρι|μπαλκόνι|γράμμα|όνειρο|νησί|βράδυ",
        " στη βροχή| χωρίς όνομα| του Οκτώβρη| για δύο| στο σκοτάδι| που φεύγει",
        "Πάλι Δευτέρα|Κλείσε το φως|Ως το πρωί|Πού είναι όλοι;|Άσε με να κοιμηθώ|Τίποτα δεν αργεί");

    /// <summary>Japanese.</summary>
    public static readonly DemoLanguage Japanese = new(
        "青い|静かな|最後の|遠い|夜の|雨の|眠れない|真夏の|透明な|忘れられた|午前四時の|紙の",
        "灯台|電車|海岸線|手紙|庭園|月曜日|交差点|喫茶店|星図|屋上|水族館|傘|飛行船|図書室|踏切|夕立",
        "にて|まで|の記憶|のワルツ|を待ちながら|と君|と嘘|から見えるもの",
        "またあした|なんでもない日|ただいま、台風|きみの自転車を借りる|夜更かしクラブ|八月、さよなら|レモン水|ねむたい惑星|シティ・ライト・ブギ|サマー・ドライブ'84");

    /// <summary>Korean.</summary>
    public static readonly DemoLanguage Korean = new(
        "느린 |파란 |마지막 |조용한 |새벽의 |종이 |오래된 |낯선 ",
        "등대|기차|골목|정원|편지|우산|바다|옥상|정류장|겨울|라디오|달력",
        "에서|까지|의 기억| 너머| 그리고 나|의 노래",
        "내일 봐|아무도 없는 수영장|잠이 안 와|비가 와도 괜찮아|네 자전거|밤 열한 시|안녕, 팔월|천천히 가자");
}
