"""The table of frequent names whose Arabic and English forms do not sound alike, or are often abbreviated.

Each line: English forms | Arabic forms, alternatives separated by commas.
"""

from __future__ import annotations

from typing import Final

from article.place_table import PLACES

_OTHERS: Final = """
Kremlin | الكرملين
European Union, EU | الاتحاد الأوروبي, الاتحاد الأوربي
European Commission | المفوضية الأوروبية
White House | البيت الأبيض
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
Gulf, Persian Gulf, Arabian Gulf | الخليج, الخليج العربي, الخليج الفارسي
Middle East | الشرق الأوسط
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

NAMES: Final = f"{PLACES.strip()}\n{_OTHERS.strip()}"
"""Places, institutions, groups and persons."""
