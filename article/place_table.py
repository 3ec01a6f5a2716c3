"""The table of countries, cities and regions in both languages.

Each line: English forms | Arabic forms, alternatives separated by commas.
"""

from __future__ import annotations

from typing import Final

PLACES: Final = """
Egypt | مصر
Morocco | المغرب
Algeria | الجزائر
Algiers | الجزائر, الجزائر العاصمة
Austria | النمسا
Vienna | فيينا
Greece | اليونان
Athens | أثينا
Hungary | المجر, هنغاريا
India | الهند
China | الصين
Japan | اليابان
Jordan | الأردن
Syria | سوريا, سورية, الشام
Damascus | دمشق
Aleppo | حلب
Homs | حمص
Lebanon | لبنان
Tyre | صور
Sidon | صيدا
Tripoli | طرابلس
Palestine | فلسطين
Jerusalem | القدس, أورشليم
West Bank | الضفة الغربية, الضفة
Gaza, Gaza Strip | غزة, قطاع غزة
Hebron | الخليل
Nablus | نابلس
Bethlehem | بيت لحم
Nazareth | الناصرة
Jaffa | يافا
Acre | عكا
Jericho | أريحا
Israel | إسرائيل
Tel Aviv | تل أبيب
Iraq | العراق
Baghdad | بغداد
Mosul | الموصل
Basra | البصرة
Erbil, Irbil | أربيل, إربيل
Kurdistan | كردستان
Saudi Arabia, Kingdom of Saudi Arabia | السعودية, المملكة العربية السعودية, المملكة
Mecca, Makkah | مكة, مكة المكرمة
Medina, Madinah | المدينة المنورة, المدينة
Riyadh | الرياض
United Arab Emirates, UAE, Emirates | الإمارات, الإمارات العربية المتحدة
Abu Dhabi | أبوظبي, أبو ظبي
Kuwait | الكويت
Bahrain | البحرين
Qatar | قطر
Doha | الدوحة
Oman | عمان, عُمان
Muscat | مسقط
Amman | عمان, عمّان
Yemen | اليمن
Sanaa, Sana'a | صنعاء
Aden | عدن
Sudan | السودان
South Sudan | جنوب السودان
Khartoum | الخرطوم
Libya | ليبيا
Tunisia | تونس
Tunis | تونس, تونس العاصمة
Cairo | القاهرة
Alexandria | الإسكندرية
Giza | الجيزة
Suez, Suez Canal | السويس, قناة السويس
Sinai | سيناء
Nile | النيل
Luxor | الأقصر
Rabat | الرباط
Casablanca | الدار البيضاء
Marrakesh, Marrakech | مراكش
Fez, Fes | فاس
Tangier, Tangiers | طنجة
Western Sahara | الصحراء الغربية, الصحراء
Sahara | الصحراء
Ceuta | سبتة
Melilla | مليلية
Mauritania | موريتانيا
Nouakchott | نواكشوط
Ethiopia | إثيوبيا, الحبشة
Ivory Coast, Cote d'Ivoire | ساحل العاج, كوت ديفوار
Cape Verde | الرأس الأخضر
Cameroon | الكاميرون
Senegal | السنغال
Comoros | جزر القمر
South Africa | جنوب أفريقيا, جنوب إفريقيا
Africa | أفريقيا, إفريقيا, أفارقة, القارة السمراء
Cape Town | كيب تاون, كيب تاون
Central African Republic | جمهورية أفريقيا الوسطى, أفريقيا الوسطى
Germany | ألمانيا
Berlin | برلين
Munich | ميونيخ, ميونخ
Cologne | كولونيا
France | فرنسا
Paris | باريس
Spain | إسبانيا, أسبانيا
Andalusia | الأندلس
Seville | إشبيلية
Granada | غرناطة
Cordoba | قرطبة
Toledo | طليطلة
Portugal | البرتغال
Lisbon | لشبونة, ليشبونة
Italy | إيطاليا
Venice | البندقية, فينيسيا
Florence | فلورنسا
Naples | نابولي
Sicily | صقلية
Switzerland | سويسرا
Geneva | جنيف
Britain, Great Britain, United Kingdom, UK, U.K. | بريطانيا, المملكة المتحدة, بريطانيا العظمى
England | إنجلترا, إنكلترا
Wales | ويلز
London | لندن
Scotland | اسكتلندا, أسكتلندا
Ireland | أيرلندا, إيرلندا
Netherlands, Holland | هولندا
Hague, The Hague | لاهاي
Belgium | بلجيكا
Brussels | بروكسل
Norway | النرويج
Sweden | السويد
Denmark | الدنمارك, الدانمارك, الدنمرك, الدانمرك
Finland | فنلندا
Poland | بولندا, بولونيا
Czech Republic, Czechia | التشيك, جمهورية التشيك
Romania | رومانيا
Croatia | كرواتيا
Serbia | صربيا
Albania | ألبانيا
Cyprus | قبرص
Nicosia | نيقوسيا
Turkey, Turkiye | تركيا, أتراك
Istanbul, Constantinople | إسطنبول, اسطنبول, القسطنطينية
Antioch | أنطاكية
Russia | روسيا
Moscow | موسكو
Ukraine | أوكرانيا
Kyiv, Kiev | كييف
Crimea | القرم, شبه جزيرة القرم
Caucasus | القوقاز
Chechnya | الشيشان
Armenia | أرمينيا
Georgia | جورجيا
Europe | أوروبا, أوربا
Asia | آسيا
Australia | أستراليا
New Zealand | نيوزيلندا, نيوزيلاندا
United States, United States of America, US, U.S. | الولايات المتحدة, الولايات المتحدة الأمريكية
United States, United States of America, US, U.S. | الولايات المتحدة الأميركية, أمريكا, أميركا
USA, America | الولايات المتحدة, أمريكا, أميركا
Washington | واشنطن
New York | نيويورك
Mexico | المكسيك
Brazil | البرازيل
Argentina | الأرجنتين
Chile | تشيلي, شيلي
Colombia | كولومبيا
Venezuela | فنزويلا
Peru | بيرو
Cuba | كوبا
Canada | كندا
Ottawa | أوتاوا
Latin America | أمريكا اللاتينية, أميركا اللاتينية
Iran | إيران
Tehran | طهران
Persia | فارس, بلاد فارس
Afghanistan | أفغانستان
Kabul | كابول, كابل
Pakistan | باكستان
Bangladesh | بنغلاديش, بنجلاديش
Sri Lanka | سريلانكا, سري لانكا
Philippines | الفلبين, الفليبين
North Korea | كوريا الشمالية
South Korea | كوريا الجنوبية
Pyongyang | بيونغ يانغ, بيونج يانج, بيونغيانغ
Seoul | سيول, سول
Beijing | بكين, بيجين
Hong Kong | هونغ كونغ, هونج كونج
Taiwan | تايوان
Tokyo | طوكيو
Burma, Myanmar | ميانمار, بورما
Vietnam | فيتنام
Indonesia | إندونيسيا, أندونيسيا
Maldives | المالديف, جزر المالديف
Strait of Hormuz | مضيق هرمز
Sharjah | الشارقة
Burkina Faso | بوركينا فاسو
Euphrates | الفرات
Tigris | دجلة
Golan Heights | الجولان, هضبة الجولان, مرتفعات الجولان
Beirut | بيروت
Jeddah | جدة
Manama | المنامة
Dubai | دبي
Benghazi | بنغازي
Misrata | مصراتة
Sabha | سبها
Agadir | أغادير
Oran | وهران
Constantine | قسنطينة
Sfax | صفاقس
Aswan | أسوان
Hama | حماة
Latakia | اللاذقية
Kirkuk | كركوك
Najaf | النجف
Karbala | كربلاء
Taiz | تعز
Hodeidah | الحديدة
Somalia | الصومال
Nigeria | نيجيريا
Kenya | كينيا
Chad | تشاد
Mali | مالي
Ankara | أنقرة
New Delhi, Delhi | نيودلهي, دلهي
Mumbai | مومباي
Shanghai | شنغهاي
Korea | كوريا
Malaysia | ماليزيا
Rome | روما
Milan | ميلانو
Madrid | مدريد
Barcelona | برشلونة
Marseille | مرسيليا
Chicago | شيكاغو
Boston | بوسطن
Sydney | سيدني
"""
