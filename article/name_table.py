"""The table of frequent names whose Arabic and English forms do not sound alike, or are often abbreviated.

Each line: English forms | Arabic forms, alternatives separated by commas.
"""

from __future__ import annotations

from typing import Final

NAMES: Final = """
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
Africa | أفريقيا, إفريقيا
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
Denmark | الدنمارك, الدانمارك
Finland | فنلندا
Poland | بولندا, بولونيا
Czech Republic, Czechia | التشيك, جمهورية التشيك
Romania | رومانيا
Croatia | كرواتيا
Serbia | صربيا
Albania | ألبانيا
Cyprus | قبرص
Nicosia | نيقوسيا
Turkey, Turkiye | تركيا
Istanbul, Constantinople | إسطنبول, اسطنبول, القسطنطينية
Antioch | أنطاكية
Russia | روسيا
Moscow | موسكو
Kremlin | الكرملين
Ukraine | أوكرانيا
Kyiv, Kiev | كييف
Crimea | القرم, شبه جزيرة القرم
Caucasus | القوقاز
Chechnya | الشيشان
Armenia | أرمينيا
Georgia | جورجيا
Europe | أوروبا, أوربا
European Union, EU | الاتحاد الأوروبي, الاتحاد الأوربي
European Commission | المفوضية الأوروبية
Asia | آسيا
Australia | أستراليا
New Zealand | نيوزيلندا, نيوزيلاندا
United States, United States of America, US, U.S. | الولايات المتحدة, الولايات المتحدة الأمريكية
United States, United States of America, US, U.S. | الولايات المتحدة الأميركية, أمريكا, أميركا
USA, America | الولايات المتحدة, أمريكا, أميركا
Washington | واشنطن
White House | البيت الأبيض
New York | نيويورك
Pentagon | البنتاغون, البنتاجون, وزارة الدفاع الأمريكية, وزارة الدفاع الأميركية
Congress | الكونغرس, الكونجرس
Senate | مجلس الشيوخ
House of Representatives | مجلس النواب
House of Commons | مجلس العموم
House of Lords | مجلس اللوردات
Parliament | البرلمان, مجلس النواب
State Department | وزارة الخارجية الأمريكية, الخارجية الأمريكية, الخارجية الأميركية, وزارة الخارجية الأميركية
Federal Reserve, Fed | الاحتياطي الفيدرالي, الاحتياطي الاتحادي, المركزي الأمريكي, المركزي الأميركي
Supreme Court | المحكمة العليا
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
United Nations, UN, U.N. | الأمم المتحدة
Security Council, UN Security Council | مجلس الأمن, مجلس الأمن الدولي
General Assembly | الجمعية العامة
World Health Organization, WHO | منظمة الصحة العالمية, الصحة العالمية
World Bank | البنك الدولي
International Monetary Fund, IMF | صندوق النقد الدولي, صندوق النقد
World Trade Organization, WTO | منظمة التجارة العالمية
International Atomic Energy Agency, IAEA | الوكالة الدولية للطاقة الذرية
International Criminal Court, ICC | المحكمة الجنائية الدولية, الجنائية الدولية
International Court of Justice, ICJ | محكمة العدل الدولية
Red Cross | الصليب الأحمر
Red Crescent | الهلال الأحمر
UNICEF | اليونيسف, اليونيسيف, يونيسف
UNESCO | اليونسكو, يونسكو
UNRWA | الأونروا, أونروا
NATO, North Atlantic Treaty Organization | الناتو, حلف شمال الأطلسي, الأطلسي, حلف الناتو
OPEC | أوبك
Arab League, League of Arab States | جامعة الدول العربية, الجامعة العربية
African Union, AU | الاتحاد الأفريقي, الاتحاد الإفريقي
Gulf Cooperation Council, GCC | مجلس التعاون الخليجي, مجلس التعاون
Muslim Brotherhood | الإخوان المسلمين, الإخوان المسلمون, الإخوان
Hezbollah, Hizbullah | حزب الله
Hamas | حماس
Fatah | فتح
Houthis, Houthi | الحوثيون, الحوثيين, الحوثي
Islamic State, ISIS, ISIL, Daesh | داعش, الدولة الإسلامية, تنظيم الدولة
al-Qaeda, al-Qaida, Qaeda | القاعدة
Taliban | طالبان
Palestinian Authority | السلطة الفلسطينية
Labour, Labour Party, Labor Party | حزب العمال, العمال
Conservatives, Conservative Party | المحافظين, حزب المحافظين, المحافظون
Democrats, Democratic Party | الديمقراطيون, الديمقراطيين, الحزب الديمقراطي, الديموقراطيين
Republicans, Republican Party | الجمهوريون, الجمهوريين, الحزب الجمهوري
Mediterranean, Mediterranean Sea | المتوسط, البحر المتوسط, البحر الأبيض المتوسط
Red Sea | البحر الأحمر
Dead Sea | البحر الميت
Black Sea | البحر الأسود
Atlantic, Atlantic Ocean | الأطلسي, المحيط الأطلسي
Pacific, Pacific Ocean | المحيط الهادئ, الهادئ, المحيط الهادي
Strait of Hormuz | مضيق هرمز
Sharjah | الشارقة
Burkina Faso | بوركينا فاسو
Gulf, Persian Gulf, Arabian Gulf | الخليج, الخليج العربي, الخليج الفارسي
Middle East | الشرق الأوسط
Euphrates | الفرات
Tigris | دجلة
Golan Heights | الجولان, هضبة الجولان, مرتفعات الجولان
Alps | الألب, جبال الألب
Premier League | الدوري الإنجليزي, الدوري الإنجليزي الممتاز
Champions League | دوري أبطال أوروبا, دوري الأبطال
World Cup | كأس العالم, المونديال
Olympics, Olympic Games | الأولمبياد, الألعاب الأولمبية, دورة الألعاب الأولمبية
Jesus, Christ, Jesus Christ | المسيح, يسوع, عيسى, السيد المسيح
Moses | موسى
Abraham | إبراهيم
Joseph | يوسف
Jacob | يعقوب
John | يوحنا, جون
David | داود, داوود, ديفيد
Solomon | سليمان
Mary | مريم, ماري
Pope | البابا
Vatican | الفاتيكان
Bible | الكتاب المقدس, الإنجيل
Koran, Quran, Qur'an | القرآن
Ramadan | رمضان
Christmas | عيد الميلاد, الميلاد
Easter | عيد الفصح, الفصح
Aristotle | أرسطو
Plato | أفلاطون
Averroes | ابن رشد
Avicenna | ابن سينا
Saladin | صلاح الدين
"""
