"""What happened in each family of the street, and which monitors must find it: those, no others."""

from datetime import date

from tests.scheduler.families import CHILD, OLD, alone, at, couple, listed

SON = ("C", {"sex": "男", "birth_date": date(1999, 12, 1)})
KID, GRANNY = ("C", CHILD), ("D", OLD)
PENSION = {"person": "D", "status": "在发", "pay_month": date(2022, 6, 1), "total": 300_00,
           "basic_pension": 288_00}  # fmt: skip
FINISHED = {"person": "C", "grad_date": date(2021, 7, 1), "major": "机电一体化", "services": [],
            "employ_state": "未就业"}  # fmt: skip
CARD = {"person": "B", "kind": "肢体", "level": 2, "status": "有效", "issued_at": date(2022, 6, 20),
        "valid_to": date(2032, 6, 20)}  # fmt: skip
HURT = {"happened_at": at(7, 1), "injury": "重伤"}
CAR = {
    "person": "A",
    "status": "正常",
    "vehicle_kind": "小型轿车",
    "register_date": date(2022, 6, 20),
}
CALL = {"called_at": at(7, 10, 23), "kind": "家暴", "result": "出警"}
ILL = {"person": "B", "disease": "D", "diagnosed_at": date(2022, 7, 1)}
IN_BED = {"person": "A", "admit_date": date(2022, 7, 10)}
NO_JOB = {"P03_03": [], "P11_01": []}
DIED = {"death_date": date(2022, 7, 5)}


def jobless(*more, **classes):
    return listed(*more, **NO_JOB, **classes)


def graduate(**classes):
    return listed(SON, P03_06=[FINISHED], **classes)


TRUTHS = {
    "毕业一年没工作": (graduate(), {"MON-01"}),
    "两个大人都没上班": (jobless(), {"MON-02"}),
    "失业金月底到期": (
        jobless(P03_05=[{"person": "A", "kind": "失业保险金", "end_month": date(2022, 7, 1), "amount": 100_00}]),
        {"MON-02", "MON-03"},
    ),
    "三次没谈成": (
        jobless(M22_02=[{"visited_at": at(m, 1), "tags": ["refuses_work"]} for m in (4, 5, 6)]),
        {"MON-02", "MON-04"},
    ),
    "新办了证没补贴": (listed(P10_01=[CARD]), {"MON-05"}),
    "证快到期": (
        couple(P10_01=[CARD | {"issued_at": date(2012, 8, 1), "valid_to": date(2022, 8, 1)}]),
        {"MON-06"},
    ),
    "查出大病": (listed(P05_02=[ILL]), {"MON-07"}),
    "自付三万": (
        couple(P04_02=[{"person": "B", "admit_date": date(2022, 3, 1), "discharge_date": date(2022, 3, 9),
                        "settle_date": date(2022, 3, 9), "self_pay": 30_000_00}]),
        {"MON-08"},
    ),
    "独居的住院了": (alone(P04_02=[IN_BED]), {"MON-09"}),
    "一周只看了一回": (
        alone(M01_02=[{"person": "A", "visit_at": at(7, 12), "state": "见到本人"}]),
        {"MON-14"},
    ),
    "两天几乎没用电": (
        alone(M24_04=[{"day": date(2022, 7, d), "anomaly": "骤降"} for d in (13, 14)]),
        {"MON-15"},
    ),
    "停了电": (listed(M24_03=[{"cut_at": at(7, 10), "arrears": 80_00}]), {"MON-16"}),
    "走了还在领": (
        couple(
            GRANNY,
            P02_04=[{"person": "D", "death_date": date(2022, 5, 5)}],
            P03_01=[PENSION],
        ),
        {"MON-17"},
    ),
    "特困老人走了": (
        alone(P01_02=[{"person": "A", "status": "在册"}], P02_04=[{"person": "A", **DIED}]),
        {"MON-18"},
    ),
    "老伴刚走": (
        {
            **alone(M01_01=[], M01_02=[]),
            "P02-01": [{"person": p, "status": "正常", **OLD} for p in "AB"],
            "P02-02": [
                {"person": "A", "relation_to_head": "户主", "spouse_id": "B"},
                {"person": "B", "relation_to_head": "配偶", "spouse_id": "A"},
            ],
            "P02-04": [{"person": "B", **DIED}],
        },
        {"MON-19"},
    ),
    "满百岁没保健金": (
        alone(P02_01=[{"person": "A", "status": "正常", "sex": "女", "birth_date": date(1922, 7, 1)}]),
        {"MON-20"},
    ),
    "失能没有床位": (
        listed(
            GRANNY,
            P01_11=[{"person": "D", "assess_date": date(2022, 5, 1), "ability_grade": "重度", "cognition": "正常"}],
            P03_01=[PENSION],
        ),
        {"MON-21"},
    ),
    "父母都不在了": (
        {
            "P02-01": [
                {"person": "G", "status": "正常", "sex": "女", "birth_date": date(1960, 1, 1)},
                {"person": "C", "status": "正常", **CHILD},
                {"person": "F", "status": "注销", "sex": "男", "birth_date": date(1985, 1, 1)},
                {"person": "M", "status": "注销", "sex": "女", "birth_date": date(1986, 1, 1)},
            ],
            "P02-02": [
                {"person": "G", "relation_to_head": "户主"},
                {"person": "C", "relation_to_head": "孙子", "father_id": "F", "mother_id": "M"},
            ],
            "P02-04": [{"person": p, "death_date": date(2020, 1, 1)} for p in "FM"],
        },
        {"MON-22"},
    ),
    "三天没上课": (
        couple(
            KID,
            P06_01=[{"person": "C", "stage": "小学", "status": "在读"}],
            M05_02=[{"person": "C", "absent_days": 3, "followed_up": False}],
        ),
        {"MON-23"},
    ),
    "大人进去了": (
        couple(KID, P13_02=[{"person": "A", "in_date": date(2022, 7, 1), "state": "在所"}]),
        {"MON-02", "MON-24"},
    ),
    "夜里报了警": (listed(M07_01=[CALL]), {"MON-25"}),
    "着了火": (couple(M16_03=[{"alarm_at": at(7, 14, 3), "loss": 100_00, "injured": 0, "dead": 0}]), {"MON-26"}),
    "路上重伤": (listed(P02_06=[{"person": "B", **HURT}]), {"MON-27"}),
    "工伤": (listed(P03_07=[{"person": "A", "injury_date": date(2022, 7, 1), "finding": "认定"}]), {"MON-28"}),
    "做工时没了": (
        listed(M15_03=[{"person": "A", "happened_at": at(7, 5), "injury": "死亡"}],
               P02_04=[{"person": "A", **DIED}]),
        {"MON-02", "MON-28"},
    ),
    "台风塌了房": (
        couple(M15_01=[{"happened_at": date(2022, 7, 14), "disaster": "台风", "house_state": "倒塌"}]),
        {"MON-26", "MON-29"},
    ),
    "收入快到线": (
        listed(P11_01=[{"person": "A", "tax_month": date(2022, m, 1), "wage": 3_000_00} for m in range(1, 7)],
               P03_03=[{"person": "A", "identity": "职工", "pay_month": date(2022, m, 1),
                        "start_date": date(2015, 1, 1)} for m in range(1, 7)]),
        {"MON-31"},
    ),
    "低边又没了活": (
        {
            **couple(**NO_JOB),
            "P01-03": [{"status": "在册", "valid_from": date(2022, 1, 1), "members": ["A", "B"],
                        "assessed_income_pc": 1_200_00}],
            "P03-03": [{"person": "A", "identity": "职工", "pay_month": date(2022, 3, 1),
                        "start_date": date(2020, 1, 1), "stop_date": date(2022, 4, 1)}],
        },
        {"MON-02", "MON-32"},
    ),
    "名下有了新车": (listed(P02_05=[CAR]), {"MON-33"}),
    "下月要复核": (
        listed(P01_01=[{"category": "低保", "status": "在保", "start_date": date(2020, 1, 1),
                        "members": ["A", "B"], "review_due": date(2022, 8, 1)}]),
        {"MON-34"},
    ),
    "刚回来没住处": (
        couple(M14_01=[{"person": "B", "release_date": date(2022, 7, 1), "housing": False, "employed": False}]),
        {"MON-35"},
    ),
    "支出型快到期": (
        couple(P01_04=[{"status": "在册", "valid_to": date(2022, 8, 1), "members": ["A", "B"],
                        "income_12m": 90_000_00, "rigid_exp_12m": 60_000_00}]),
        {"MON-36"},
    ),
    "公益岗快到期": (
        couple(M02_01=[{"person": "B", "start_date": date(2021, 8, 1), "end_date": date(2022, 8, 1)}]),
        {"MON-37"},
    ),
    "住危房": (listed(P07_03=[{"assessed_at": date(2022, 5, 1), "grade": "D", "measure": "重建"}]), {"MON-38"}),
    "隐患过期": (couple(M16_02=[{"hazard": "电线老化", "due_at": date(2022, 7, 1)}]), {"MON-39"}),
    "求助三次": (couple(M22_03=[{"called_at": at(m, 1)} for m in (5, 6, 7)]), {"MON-41"}),
    "添了孩子": (listed(P05_03=[{"person": "B", "birth_date": date(2022, 7, 1)}]), {"MON-42"}),
    "医保断了": (
        listed(P04_01=[{"person": "A", "year": 2022, "state": "正常"}, {"person": "B", "year": 2022, "state": "中断"}]),
        {"MON-43"},
    ),
    "到年纪没养老金": (listed(GRANNY), {"MON-44"}),
    "老人照顾老人": (
        listed(
            P02_01=[{"person": p, "status": "正常", "sex": "女", "birth_date": date(1948, 1, 1)} for p in "AB"],
            P01_11=[{"person": "B", "assess_date": date(2022, 5, 1), "ability_grade": "重度", "cognition": "正常"}],
            M01_03=[{"person": "B", "status": "运营", "service_month": 8}],
            P03_01=[PENSION | {"person": p} for p in "AB"],
            **NO_JOB,
        ),
        {"MON-47"},
    ),
    "一个月没随访": (
        listed(P05_05=[{"person": "B", "risk_level": 1, "last_follow": date(2022, 6, 1), "medication": "规律"}]),
        {"MON-48"},
    ),
    "老人被骗": (
        listed(
            GRANNY,
            P03_01=[PENSION],
            M07_03=[{"person": "D", "happened_at": date(2022, 7, 1), "loss": 5_000_00}],
        ),
        {"MON-49"},
    ),
    "户口迁走一个": (
        listed(P02_01=[{"person": "A", "status": "正常", "sex": "男", "birth_date": date(1977, 3, 2)},
                       {"person": "B", "status": "迁出", "sex": "女", "birth_date": date(1979, 8, 8),
                        "data_date": date(2022, 7, 1)}]),
        {"MON-50"},
    ),
    "孩子两个月没人看": (
        couple(KID, P01_07=[{"person": "C", "child_kind": "困境"}],
               M01_14=[{"person": "C", "visit_at": date(2022, 5, 20), "guardian_ok": True}]),
        {"MON-51"},
    ),
    "外地人家着了火": (
        {
            "P02-01": [],
            "P02-02": [{"person": "A", "relation_to_head": "户主"}],
            "P02-03": [{"person": "A", "valid_to": date(2023, 1, 1), "reside_since": date(2021, 1, 1)}],
            "M16-03": [{"alarm_at": at(7, 14, 3), "loss": 100_00, "injured": 0, "dead": 0}],
        },
        {"MON-26", "MON-52"},
    ),
}  # fmt: skip

MISSES = {
    "平平常常": couple(),
    "在册，平平常常": listed(),
    "独居，平平常常": alone(),
    "毕业十一个月": listed(SON, P03_06=[FINISHED | {"grad_date": date(2021, 8, 15)}]),
    "毕业一年，不是低收入": couple(SON, P03_06=[FINISHED]),
    "毕业一年，外地参保": graduate(
        P03_03=[{"person": p, "identity": "职工", "pay_month": date(2022, 6, 1),
                 "start_date": date(2022, 5, 1)} for p in "AC"]
    ),
    "毕业一年，升学了": listed(SON, P03_06=[FINISHED | {"employ_state": "升学"}]),
    "毕业一年，当兵了": listed(SON, P03_06=[FINISHED | {"employ_state": "入伍"}]),
    "毕业一年，户口迁走了": {
        **couple(P03_06=[FINISHED]),
        "P02-01": [*couple()["P02-01"], {"person": "C", "status": "迁出", "sex": "男",
                                         "birth_date": date(1999, 12, 1), "data_date": date(2021, 9, 1)}],
        "P01-01": [{"category": "低保", "status": "在保", "start_date": date(2020, 1, 1),
                    "members": ["A", "B"], "review_due": date(2022, 11, 1)}],
        "P01-06": listed()["P01-06"], "M01-12": listed()["M01-12"],
        "P11-01": [{"person": "A", "tax_month": date(2022, 6, 1), "wage": 1_000_00}],
    },
    "毕业一年，人没了": graduate(P02_04=[{"person": "C", "death_date": date(2022, 1, 5)}]),
    "残疾人代步车": listed(P02_05=[CAR | {"disabled_scooter": True}]),
    "普通摩托车": listed(P02_05=[CAR | {"vehicle_kind": "普通摩托车"}]),
    "三年前的车祸": listed(P02_06=[{"person": "B", **HURT, "happened_at": at(7, 1).replace(year=2019)}]),
    "当天出院": alone(P04_02=[IN_BED | {"admit_date": date(2022, 7, 14)}]),
    "住院的不算没巡防": alone(
        M01_02=[{"person": "A", "visit_at": at(7, 12), "state": "住院"}],
        P04_02=[IN_BED | {"admit_date": date(2022, 7, 14)}],
    ),
    "误报的警": listed(M07_01=[CALL | {"result": "误报"}]),
    "还清了，复电了": listed(M24_03=[{"cut_at": at(7, 10), "restored_at": at(7, 12), "arrears": 0}]),
    "八十岁，二〇二二年还没有津贴": alone(
        P02_01=[{"person": "A", "status": "正常", "sex": "女", "birth_date": date(1940, 1, 1)}]
    ),
    "家访过的缺勤": couple(
        KID, P06_01=[{"person": "C", "stage": "小学", "status": "在读"}],
        M05_02=[{"person": "C", "absent_days": 4, "followed_up": True}],
    ),
    "刚上班，还在豁免期": listed(
        P11_01=[{"person": "A", "tax_month": date(2022, 6, 1), "wage": 3_200_00}],
        P03_03=[{"person": "A", "identity": "职工", "pay_month": date(2022, 6, 1),
                 "start_date": date(2022, 6, 7)}],
    ),
}  # fmt: skip

SILENT = {
    "毕业一年没工作": ("MON-01", "P03-03"),
    "两个大人都没上班": ("MON-02", "P03-03"),
    "新办了证没补贴": ("MON-05", "P01-10"),
    "一周只看了一回": ("MON-14", "M01-02"),
    "满百岁没保健金": ("MON-20", "M01-06"),
    "失能没有床位": ("MON-21", "M01-03"),
    "三天没上课": ("MON-23", "M05-02"),
    "医保断了": ("MON-43", "P04-01"),
    "到年纪没养老金": ("MON-44", "P03-01"),
    "孩子两个月没人看": ("MON-51", "M01-14"),
}
"""Findings that rest on a class that says "no record": which class, when it falls silent."""
