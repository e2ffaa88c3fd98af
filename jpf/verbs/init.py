"""Set up an installation: folder, configuration, keys, database."""

import argparse
import asyncio
import os
from pathlib import Path

from jpf.output import emit, tell

HELP = "安装：建文件夹、配置、密钥和数据库"

TEMPLATE = """# 精平扶的配置。每一项也可以用环境变量给：JPF_BOT__TOKEN=… 就是 [bot] token。
made_up = {made_up}          # true：只放编的数据，可以用测试时钟

[bot]
token = ""              # 机器人令牌；也可用 JPF_BOT__TOKEN_FILE 指向一个文件
api_root = ""           # 空着就是 Telegram；任何说 Bot API 的服务都行
domestic = false        # 消息是否留在境内；false 时只发编号和要做的事

[database]
url = ""                # 空着用本文件夹里的 SQLite；或 asyncpg://用户:密码@主机/库

[web]
host = "127.0.0.1"
port = 8800
address = ""            # 值班台对外的网址，如 https://desk.example.cn；空着就是 http://host:port

[city]
pack = "pinghu"
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--yes", action="store_true", help="不问，用默认值")
    parser.add_argument("--made-up", action="store_true", help="这里只放编的数据")


def run(args: argparse.Namespace) -> int:
    home: Path = args.home
    done = set_up(home, made_up=args.made_up)
    report = {"home": str(home), "created": done, "next": f"jpf doctor --home {home}"}
    if args.json:
        emit(report)
    else:
        words = "、".join(done) if done else "都已经有了，没有改动"
        tell(f"{home}：{words}。\n下一步：{report['next']}")
    return 0


def set_up(home: Path, *, made_up: bool = False) -> list[str]:
    """Make what is missing in *home*; what is there already is never touched."""
    from core.config import NAME, load_settings
    from core.privacy.vault import Vault, WrongKey
    from core.store.upgrade import upgrade

    done = []
    home.mkdir(parents=True, exist_ok=True)
    config = home / NAME
    if not config.exists():
        config.write_text(TEMPLATE.format(made_up=str(made_up).lower()), encoding="utf-8")
        done.append("配置")
    settings = load_settings(home)
    if not settings.keys_file.exists() and not os.environ.get("JPF_KEYS"):
        if settings.facts_folder.exists() or any(home.glob("*.sqlite3")):
            raise WrongKey(
                f"{home} 里有资料，却没有密钥文件。新密钥打不开旧资料，所以没有做新的。"
                f"请把原来的密钥文件放回 {settings.keys_file}。"
            )
        Vault.create(settings.keys_file)
        done.append("密钥")
    if asyncio.run(upgrade(settings.database_url)):
        done.append("数据库")
    return done
